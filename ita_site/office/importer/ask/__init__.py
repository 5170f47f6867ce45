"""A page on this computer that asks what the columns of an office's file are.

It shows the plan of an import (`importer.plan`) as menus over the document's tables, and what
each reading gives. `session` holds the file and the plan, `form` makes a plan of what the page
sent, `server` answers one browser on the loopback. Nothing is written before บันทึก.
"""

from __future__ import annotations
