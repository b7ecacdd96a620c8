"""`python -m wikiproof`."""

from __future__ import annotations

from wikiproof.cli import main

main()
