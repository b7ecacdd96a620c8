"""Templates: what each shows a reader. `grammar/templates/` has the data, this package the code."""

from wikiproof.read.templates.call import Call
from wikiproof.read.templates.definitions import Definition, lookup

__all__ = ["Call", "Definition", "lookup"]
