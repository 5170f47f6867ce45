"""Rules between facts, at the edges of what they accept."""
