"""The built site's last step: each document is read once, mended, protected and judged.

In comes the folder that a host built, with what it knows of each page. Out go the same
documents with links to PDF files, sizes of pictures, policy and the places where lines may
end; what the search knows; which classes are used; and a problem for each broken promise. It never
looks at facts and never computes one. `finish.py` has the order; the other files are its
steps and what these share.
"""

from __future__ import annotations
