"""The land of the world's map: what is land and what is sea, and no boundary of any state.

`land.txt` is made by `kgraph.view.coast.derive` out of Natural Earth; `LICENCE.txt` says whose work it is.
"""
