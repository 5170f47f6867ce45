"""What is brought to GitHub besides the site: an issue that is kept, reports as pull requests."""

from __future__ import annotations
