"""Paths as services know them."""

from __future__ import annotations

from urllib.parse import quote


def relative(path: str) -> str:
    """A path as a repository lists it: without the "./" in front."""
    return path.removeprefix("./")


def uri(path: str) -> str:
    """A path as a URI reference: relative as it is, absolute as `file:`."""
    quoted = quote(relative(path), errors="surrogatepass")
    return f"file://{quoted}" if path.startswith("/") else quoted
