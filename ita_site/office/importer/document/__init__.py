"""What a document is before anybody knows what it says: blocks, texts that know their place."""
