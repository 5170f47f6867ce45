"""Measures told in paragraphs."""
