"""`lsp`: what wikiproof knows, for an editor."""

from __future__ import annotations

import click

from wikiproof.cli.run import Failure


@click.command()
def lsp() -> None:
    """Serve an editor by the Language Server Protocol, over standard input and output."""
    try:
        from wikiproof.serve.language.features import server
    except ModuleNotFoundError as missing:
        if missing.name not in ("pygls", "lsprotocol"):
            raise
        raise Failure("The language server needs the extra lsp: pip install 'wikiproof[lsp]'") from None

    server().start_io()
