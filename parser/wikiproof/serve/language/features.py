"""What the server answers to an editor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lsprotocol import types

from wikiproof.serve.language.actions import ACCEPT, SHOW, actions
from wikiproof.serve.language.diagnostics import SOURCE
from wikiproof.serve.language.hover import hover
from wikiproof.serve.language.server import Server

if TYPE_CHECKING:
    from collections.abc import Sequence

_SETTINGS = "**/*.toml"  # wikiproof.toml, pyproject.toml, and a baseline under any name


def server() -> Server:
    """A server with all that it answers."""
    made = Server()
    _settings(made)
    _pages(made)
    _questions(made)
    _commands(made)
    return made


def _settings(made: Server) -> None:
    """By what pages are checked, and when that has changed."""

    @made.feature(types.INITIALIZE)
    def started(params: types.InitializeParams) -> None:
        made.wish(params.initialization_options)

    @made.feature(types.INITIALIZED)
    async def ready(_: types.InitializedParams) -> None:
        made.warm()
        if _watches(made.client_capabilities):
            watched = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher(_SETTINGS)])
            wanted = types.Registration("settings", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, watched)
            await made.client_register_capability_async(types.RegistrationParams([wanted]))

    @made.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def files_changed(_: types.DidChangeWatchedFilesParams) -> None:
        made.check_all()

    @made.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    def configured(params: types.DidChangeConfigurationParams) -> None:
        if isinstance(params.settings, dict) and SOURCE in params.settings:
            made.wish(params.settings[SOURCE])


def _pages(made: Server) -> None:
    """What is opened, changed and closed."""

    @made.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        made.check_soon(params.text_document.uri)

    @made.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        made.check_soon(params.text_document.uri)

    @made.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        made.forget(params.text_document.uri)
        made.text_document_publish_diagnostics(types.PublishDiagnosticsParams(params.text_document.uri, []))


def _questions(made: Server) -> None:
    """What the editor asks of a place."""

    @made.feature(types.TEXT_DOCUMENT_HOVER)
    def hovered(params: types.HoverParams) -> types.Hover | None:
        page = made.page(params.text_document.uri)
        return hover(page, page.positions.offset(params.position)) if page else None

    @made.feature(types.TEXT_DOCUMENT_DEFINITION)
    def defined(params: types.DefinitionParams) -> list[types.Location]:
        page = made.page(params.text_document.uri)
        if page is None:
            return []
        places = page.places_from(page.positions.offset(params.position))
        return [types.Location(page.uri, page.positions.range(place.span)) for place in places]

    @made.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions([types.CodeActionKind.QuickFix]))
    def acted(params: types.CodeActionParams) -> Sequence[types.CodeAction]:
        page = made.page(params.text_document.uri)
        return list(actions(page, params.range, shows=_shows(made.client_capabilities))) if page else []


def _commands(made: Server) -> None:
    """What an action that was chosen has the server do."""

    @made.command(SHOW)
    async def shown(uri: str, place: Any) -> None:
        where = types.Range(types.Position(**place["start"]), types.Position(**place["end"]))
        await made.window_show_document_async(types.ShowDocumentParams(uri, take_focus=True, selection=where))

    @made.command(ACCEPT)
    def accepted(uri: str, version: int | None, number: int, reason: str) -> None:
        made.accept(uri, version, number, reason)


def _shows(client: types.ClientCapabilities) -> bool:
    """Whether the client can go to a place when the server asks it to."""
    window = client.window
    return bool(window and window.show_document and window.show_document.support)


def _watches(client: types.ClientCapabilities) -> bool:
    """Whether the client tells of files that change, when the server asks it to."""
    workspace = client.workspace
    watched = workspace and workspace.did_change_watched_files
    return bool(watched and watched.dynamic_registration)
