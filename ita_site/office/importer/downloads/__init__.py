"""The site's own CSV and Excel files, back into the facts they were made of.

`sheets` knows a table of ours by its headings, `cells` turns a row's cells into fields by what
each column holds (`Column.holds` of `site.downloads`, the one description of both ways), `facts`
gathers them, `measures`, `reports`, `results` and `once` read the rows of the tables, `reading`
makes the import's result. Nothing is guessed: what is no column of ours is kept in the rest.
"""

from __future__ import annotations
