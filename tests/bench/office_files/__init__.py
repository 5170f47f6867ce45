"""Office files as Thai offices write them, made from a seed, each with the key to what it says.

In: a number and a vocabulary. Out: files of every shape and the facts each one states.
Written without a look at how the program reads them, so that the figure means something.
"""
