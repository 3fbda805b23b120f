"""How a plan or an entry of a register begins: a first text that holds only what is known.

Nothing here overwrites anything, and nothing is written that the check would refuse.
"""
