"""Office files to YAML the officer can finish.

`readers` makes blocks of a file of any kind; `recognise` finds the facts in them and gathers them
in a `draft`; `data_files` writes what was gathered, `report` what was not; `import_plan` shows
and only then writes, `merging` into files that are there, `last_import` so that it can be made
anew. `ask` is the plan as a page, `downloads` reads the site's own files back.
Only `readers` knows file formats.
"""
