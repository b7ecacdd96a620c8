"""The server: its pages, when they are checked, and by which settings."""

from __future__ import annotations

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls import uris
from pygls.lsp.server import LanguageServer

import wikiproof
from wikiproof.config import ConfigError
from wikiproof.serve.language import wishes
from wikiproof.serve.language.diagnostics import SOURCE, diagnostics
from wikiproof.serve.language.page import Page, check_page

if TYPE_CHECKING:
    from wikiproof.config import Choices

_LONGEST_PAUSE = 1.0  # seconds
# Reading it loads the tables, so that the first page does not wait for them.
_WARMING = (
    "{{Infobox event|date=1 May 1900|fatalities=2}} The '''fire''' on 1 May 1900 killed two people in Rome."
)


class Server(LanguageServer):
    """Keeps each open page as it was last checked.

    Pages are checked one at a time beside the loop, so that the server answers meanwhile. The text is
    synchronised whole: where lines end is for us to say, and a page is short.
    """

    def __init__(self) -> None:
        super().__init__(
            SOURCE, wikiproof.__version__, text_document_sync_kind=types.TextDocumentSyncKind.Full
        )
        self.pages: dict[str, Page] = {}
        self._waiting: dict[str, asyncio.Task[None]] = {}
        self._worker = ThreadPoolExecutor(max_workers=1)
        self._last_took = 0.0
        self._trouble: str | None = None
        self._wishes: Choices = {}

    def warm(self) -> None:
        """Make ready while the editor is still opening its first page."""
        self._worker.submit(check_page, "", None, "", _WARMING, None, types.PositionEncodingKind.Utf16, {})

    def wish(self, settings: Any) -> None:
        """Take the editor's own settings, and check all pages by them."""
        self._wishes, trouble = wishes.choices(settings)
        if trouble:
            self.window_show_message(types.ShowMessageParams(types.MessageType.Warning, trouble))
        self.check_all()

    def check_all(self) -> None:
        """Check all pages again, for what they are held against has changed."""
        for uri in self.pages:
            self.check_soon(uri)

    def accept(self, uri: str, version: int | None, number: int, reason: str) -> None:
        """Write a finding of a page into its baseline, unless the page has changed since it was offered."""
        page = self.page(uri)
        if page is None or page.version != version or page.baseline.path is None:
            return
        try:
            page.accept(number, reason)
        except (ConfigError, OSError) as error:
            message = f"Cannot write {page.baseline.path}: {error}"
            self.window_show_message(types.ShowMessageParams(types.MessageType.Error, message))
        self.check_all()

    def check_soon(self, uri: str) -> None:
        """Check a page, after a pause as long as the last check took; an earlier wish for it is forgotten."""
        self.forget(uri, keep_page=True)
        self._waiting[uri] = asyncio.get_running_loop().create_task(self._check(uri))

    def forget(self, uri: str, *, keep_page: bool = False) -> None:
        """Check a page no more."""
        if waiting := self._waiting.pop(uri, None):
            waiting.cancel()
        if not keep_page:
            self.pages.pop(uri, None)

    def page(self, uri: str) -> Page | None:
        """A page as it was last checked, None where the text has changed since."""
        page = self.pages.get(uri)
        return page if page and page.version == self.workspace.get_text_document(uri).version else None

    async def _check(self, uri: str) -> None:
        await asyncio.sleep(min(self._last_took, _LONGEST_PAUSE))
        document = self.workspace.get_text_document(uri)
        version = document.version
        try:
            page, took = await asyncio.get_running_loop().run_in_executor(
                self._worker,
                _timed,
                uri,
                uris.to_fs_path(uri),
                document.language_id or "",
                document.source,
                version,
                self.workspace.position_encoding or types.PositionEncodingKind.Utf16,
                self._wishes,
            )
        except Exception as error:  # a fault of ours in one page must not end the server
            self._tell(f"wikiproof failed on {uri} ({type(error).__name__}: {error}); please report this")
            return
        self._last_took = took
        self.pages[uri] = page
        self._tell_trouble(page.trouble)
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri, list(diagnostics(page)), version)
        )

    def _tell_trouble(self, trouble: str | None) -> None:
        """Show what is wrong with the settings, once."""
        if trouble and trouble != self._trouble:
            self.window_show_message(types.ShowMessageParams(types.MessageType.Warning, trouble))
        self._trouble = trouble

    def _tell(self, message: str) -> None:
        self.window_log_message(types.LogMessageParams(types.MessageType.Error, message))


def _timed(*document: Any) -> tuple[Page, float]:
    began = time.perf_counter()
    return check_page(*document), time.perf_counter() - began
