"""The folder of hand-written pages and files: read as strictly as the data."""
