"""Tables: their headings, what their columns hold, their rows over all pages."""
