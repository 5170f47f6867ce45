"""How a document is to be read: shown to the officer, mended, and obeyed."""
