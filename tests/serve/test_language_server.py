"""The server as an editor meets it: a process of its own, driven over its standard input and output."""

import ast
import sys
from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

URI = "file:///articles/Raid_on_Žilina.wiki"
PAGE = """{{Infobox civilian attack
| title = Raid on Žilina 😀
| date = {{nobr|4 March 1994}}
| fatalities = FIELD
}}
The '''raid on Žilina''' 😀 was a robbery on 4 March 1994. Штурм: the raid killed 21 people and injured 30.
"""


@pytest_lsp.fixture(  # type: ignore[untyped-decorator]  # pytest-lsp does not say what it gives
    config=ClientServerConfig(server_command=[sys.executable, "-m", "wikiproof", "lsp"]), scope="module"
)
async def editor(lsp_client: LanguageClient) -> AsyncIterator[None]:
    await lsp_client.initialize_session(
        types.InitializeParams(capabilities=client_capabilities("visual-studio-code"), root_uri=None)
    )
    yield
    await lsp_client.shutdown_session()


async def opened(
    editor: LanguageClient, text: str, language: str = "mediawiki", uri: str = URI
) -> list[types.Diagnostic]:
    editor.text_document_did_open(
        types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, language, 1, text))
    )
    await editor.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    return list(editor.diagnostics[uri])


def place(text: str, part: str) -> types.Position:
    """Where a part of a text begins, as an editor that thinks in UTF-16 has it."""
    before = text[: text.index(part)]
    line = before.rpartition("\n")[2]
    return types.Position(before.count("\n"), len(line.encode("utf-16-le")) // 2)


@pytest.mark.asyncio
async def test_both_places(editor: LanguageClient) -> None:
    text = PAGE.replace("FIELD", "12")
    found = await opened(editor, text)
    assert [(each.code, each.severity) for each in found] == [("Q01", types.DiagnosticSeverity.Error)]
    assert found[0].range.start == place(text, "12\n")
    (related,) = found[0].related_information or []
    assert related.location.range.start == place(text, "killed 21")
    assert related.location.range.end == place(text, " and injured")
    assert related.message == "lead: killed 21 people"


@pytest.mark.asyncio
async def test_a_change_repairs(editor: LanguageClient) -> None:
    await opened(editor, PAGE.replace("FIELD", "12"))
    for version, toll in ((2, "1"), (3, "21")):
        editor.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(version, URI),
                [types.TextDocumentContentChangeWholeDocument(PAGE.replace("FIELD", toll))],
            )
        )
    await editor.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    assert not editor.diagnostics[URI]


@pytest.mark.asyncio
async def test_hover(editor: LanguageClient) -> None:
    text = PAGE.replace("FIELD", "40+")
    await opened(editor, text)
    assert '{"kind":"count","low":40,' in await hovered(editor, place(text, "40+"))
    assert "killed 21 people" in await hovered(editor, place(text, "40+"))
    assert "deaths **21**" in await hovered(editor, place(text, "killed"))
    assert await hovered(editor, place(text, "was a robbery")) == ""


async def hovered(editor: LanguageClient, position: types.Position) -> str:
    shown = await editor.text_document_hover_async(
        types.HoverParams(types.TextDocumentIdentifier(URI), position)
    )
    if shown is None:
        return ""
    assert isinstance(shown.contents, types.MarkupContent)
    return shown.contents.value


@pytest.mark.asyncio
async def test_to_the_other_place(editor: LanguageClient) -> None:
    text = PAGE.replace("FIELD", "12")
    await opened(editor, text)
    for here, there in (("12\n", "killed 21"), ("killed 21", "12\n")):
        found: Any = await editor.text_document_definition_async(
            types.DefinitionParams(types.TextDocumentIdentifier(URI), place(text, here))
        )
        assert [each.range.start for each in found] == [place(text, there)]
    at = place(text, "12\n")
    actions: Any = await editor.text_document_code_action_async(
        types.CodeActionParams(
            types.TextDocumentIdentifier(URI), types.Range(at, at), types.CodeActionContext([])
        )
    )
    leads = [each for each in actions if each.title.startswith("Go to")]
    assert [each.title for each in leads] == ["Go to the lead: “killed 21 people”"]
    # lsprotocol reads an action that has a command as that command, with the true one as the text of a dict.
    command = ast.literal_eval(leads[0].command)
    await editor.workspace_execute_command_async(
        types.ExecuteCommandParams(command["command"], command["arguments"])
    )
    assert [each.selection and each.selection.start for each in editor.shown_documents] == [
        place(text, "killed 21")
    ]


@pytest.mark.asyncio
async def test_what_is_no_article(editor: LanguageClient) -> None:
    found = await opened(editor, "", "plaintext", "untitled:Untitled-1")
    assert [(each.code, each.severity) for each in found] == [("empty", types.DiagnosticSeverity.Hint)]
