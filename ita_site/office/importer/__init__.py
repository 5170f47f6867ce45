"""Office files to YAML the officer can finish.

`readers` makes blocks of a file of any kind; `recognise` finds the facts in them and gathers them
in a `draft`; `data_files` writes what was gathered, `report` what was not; `import_plan` shows
and only then writes, `merging` into files that are there. `ask` is the plan as a page.
Only `readers` knows file formats.
"""
