"""How long an editor waits for the findings after a change, on pages of about 20 KB.

    python benchmarks/language_server.py

Each page is opened in a server of its own process and its infobox edited 20 times; printed is the time from
the change to its diagnostics, the median and the worst, beside what the check itself takes in this process.
"""

from __future__ import annotations

import asyncio
import sys
import time
from pathlib import Path
from statistics import median

from lsprotocol import types
from pygls.lsp.client import LanguageClient

import wikiproof

ARTICLES = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "articles"
PAGES = 5
CHANGES = 20


async def main() -> None:
    """Measure and print."""
    files = sorted(ARTICLES.rglob("*.wiki"), key=lambda file: (abs(file.stat().st_size - 20_000), file.name))
    if not files:
        sys.exit(f"There are no articles in {ARTICLES}: this benchmark reads ../shared.")
    client = LanguageClient("benchmark", "1")
    published: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()
    client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(lambda given: published.put_nowait(given))
    began = time.perf_counter()
    await client.start_io(sys.executable, "-m", "wikiproof", "lsp")
    await client.initialize_async(types.InitializeParams(types.ClientCapabilities()))
    client.initialized(types.InitializedParams())
    print(f"start to initialize {1000 * (time.perf_counter() - began):.0f} ms")
    print("ms           KB   check   median    worst   of a change")
    for file in files[:PAGES]:
        await one_page(client, published, file)
    await client.shutdown_async(None)
    client.exit(None)


async def one_page(
    client: LanguageClient, published: asyncio.Queue[types.PublishDiagnosticsParams], file: Path
) -> None:
    """Open a page, change it again and again, and print how long each change took."""
    text = file.read_text(encoding="utf-8")
    uri = file.as_uri()
    client.text_document_did_open(
        types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, "mediawiki", 0, text))
    )
    await published.get()
    took = []
    for version in range(1, CHANGES + 1):
        changed = f"{text}\nIt killed {version} people."
        began = time.perf_counter()
        client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(version, uri),
                [types.TextDocumentContentChangeWholeDocument(changed)],
            )
        )
        await published.get()
        took.append(1000 * (time.perf_counter() - began))
    client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))
    await published.get()
    name = file.stem[:40]
    print(f"{len(text) / 1000:14.1f} {checked(text):7.1f} {median(took):8.1f} {max(took):8.1f}   {name}")


def checked(text: str) -> float:
    """Milliseconds that reading and checking takes at best."""
    best = float("inf")
    for _ in range(5):
        began = time.perf_counter()
        wikiproof.lint(wikiproof.read(text))
        best = min(best, time.perf_counter() - began)
    return 1000 * best


if __name__ == "__main__":
    asyncio.run(main())
