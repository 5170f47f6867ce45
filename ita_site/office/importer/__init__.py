"""Office files to YAML the officer can finish.

From the ground up, each room asking only those before it: `document`, blocks and texts that know
their place; `words`, what a cell or a line says; `formats`, files of every kind to blocks, the only
room that knows file formats; `tables` and `prose`, how both are laid out; `facts`, what they make;
`plan`, what an officer says of the reading.

`recognise` goes through a document with them; `report` and `rest_file` tell what came of it;
`import_plan` shows and only then writes, `merging` into files that are there, `last_import` so that
it can be made anew. `ask` is the plan as a page, `downloads` reads the site's own files back.
"""
