"""What the words, marks and dates of a cell or a line say."""
