"""Files of every kind to blocks."""
