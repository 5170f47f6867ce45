"""What officers bring and ask for: import, init, new year, record, explain.

In: office files, a command's words, the form of an issue.
Out: changed lines of data files or a new repository, what could not be placed, and a report
of both; for explain only words.
Never: writes what it is not sure of without saying so; knows nothing of history or delivery.
"""

from __future__ import annotations
