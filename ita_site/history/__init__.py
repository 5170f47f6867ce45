"""Two states and what changed between them: the review and the public changelog.

In: two folders or commits, git's history.
Out: what a reviewer should know, loud before quiet; what readers see on the page of changes.
Never: says "nothing changes" of what it did not compare; knows nothing of office files.
"""

from __future__ import annotations
