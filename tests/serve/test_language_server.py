"""The server as an editor meets it: a process of its own, driven over its standard input and output."""

import ast
import sys
from collections.abc import AsyncIterator
from pathlib import Path
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
    registered: list[types.Registration] = []

    @lsp_client.feature(types.CLIENT_REGISTER_CAPABILITY)  # type: ignore[untyped-decorator]  # nor does the client
    def register(params: types.RegistrationParams) -> None:
        registered.extend(params.registrations)

    await lsp_client.initialize_session(
        types.InitializeParams(capabilities=client_capabilities("visual-studio-code"), root_uri=None)
    )
    yield
    assert [each.method for each in registered] == [types.WORKSPACE_DID_CHANGE_WATCHED_FILES]
    await lsp_client.shutdown_session()


async def opened(
    editor: LanguageClient, text: str, language: str = "mediawiki", uri: str = URI
) -> list[types.Diagnostic]:
    editor.text_document_did_open(
        types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, language, 1, text))
    )
    return await published(editor, uri)


async def published(editor: LanguageClient, uri: str = URI) -> list[types.Diagnostic]:
    """The next diagnostics of a page; others that are open may come between."""
    told = None
    while told is None or told.uri != uri:
        told = await editor.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    return list(told.diagnostics)


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
    assert await published(editor) == []


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


async def offered(editor: LanguageClient, text: str, part: str, uri: str = URI) -> dict[str, Any]:
    """The actions at a part of the text, by their titles."""
    at = place(text, part)
    actions: Any = await editor.text_document_code_action_async(
        types.CodeActionParams(
            types.TextDocumentIdentifier(uri), types.Range(at, at), types.CodeActionContext([])
        )
    )
    return {each.title: each for each in actions}


def edited(text: str, edit: types.TextEdit) -> str:
    """The text with what an editor puts in, which counts in UTF-16."""
    lines = text.split("\n")
    at = edit.range.start
    line = lines[at.line].encode("utf-16-le")
    begun, rest = line[: 2 * at.character].decode("utf-16-le"), line[2 * at.character :].decode("utf-16-le")
    return "\n".join((*lines[: at.line], f"{begun}{edit.new_text}{rest}", *lines[at.line + 1 :]))


@pytest.mark.asyncio
async def test_repair_what_is_wrong_whichever_side_is_right(editor: LanguageClient) -> None:
    text = PAGE.replace("fatalities = FIELD", "fatalites = 21")
    assert [each.code for each in await opened(editor, text)] == ["S04"]
    action = (await offered(editor, text, "21"))["Repair S04: fatalites is renamed to fatalities"]
    (edit,) = action.edit.changes[URI]
    assert edit.range == types.Range(place(text, "fatalites"), place(text, " = 21"))
    assert await opened(editor, text.replace("fatalites", edit.new_text)) == []
    text = text.replace("21", "12", 1)  # which would contradict the text if it showed
    await opened(editor, text)
    assert not [title for title in await offered(editor, text, "12") if title.startswith("Repair")]


@pytest.mark.asyncio
@pytest.mark.parametrize(
    "field",
    ["12", "12 <!-- 😀 \u0441\u0442\u043e -->", "{{nobr|12}} e\u0301 😀", "12<ref>Штурм 😀,\np. 4</ref>"],
)
async def test_ignore_by_a_comment(editor: LanguageClient, field: str) -> None:
    text = PAGE.replace("FIELD", field)
    assert [each.code for each in await opened(editor, text)] == ["Q01"]
    action = (await offered(editor, text, "12"))["Ignore Q01 by a comment: sources differ"]
    (edit,) = action.edit.changes[URI]
    assert "<!-- wikiproof: ignore Q01: sources differ -->" in edited(text, edit)
    assert await opened(editor, edited(text, edit)) == []


@pytest.mark.asyncio
async def test_comments_are_for_wikitext_alone(editor: LanguageClient) -> None:
    text = "= Raid =\n\nInfobox civilian attack\n- Fatalities: 12\n\nThe raid killed 21 people.\n"
    uri = "file:///articles/Raid.txt"
    assert [each.code for each in await opened(editor, text, "plaintext", uri)] == ["Q01"]
    assert list(await offered(editor, text, "12", uri)) == ["Go to the lead: “killed 21 people”"]


@pytest.mark.asyncio
async def test_accept_in_the_baseline(editor: LanguageClient, tmp_path: Path) -> None:
    (tmp_path / "wikiproof.toml").write_text('baseline = "accepted.toml"\n', encoding="utf-8")
    (tmp_path / "accepted.toml").write_text("version = 1\n", encoding="utf-8")
    uri = (tmp_path / "Raid.wiki").as_uri()
    text = PAGE.replace("FIELD", "12")
    assert [each.code for each in await opened(editor, text, uri=uri)] == ["Q01"]
    actions = await offered(editor, text, "killed", uri)
    command = ast.literal_eval(actions["Accept Q01 in accepted.toml: other scope"].command)
    await editor.workspace_execute_command_async(
        types.ExecuteCommandParams(command["command"], command["arguments"])
    )
    assert await published(editor, uri) == []
    assert 'reason = "other scope"' in (tmp_path / "accepted.toml").read_text(encoding="utf-8")


@pytest.mark.asyncio
async def test_settings(editor: LanguageClient, tmp_path: Path) -> None:
    """Of a file, which count as soon as the editor tells that it changed; of the editor, which go before them."""
    uri = (tmp_path / "Raid.wiki").as_uri()
    assert [each.code for each in await opened(editor, PAGE.replace("FIELD", "12"), uri=uri)] == ["Q01"]

    async def codes() -> list[Any]:
        return [each.code for each in await published(editor, uri)]

    settings = tmp_path / "wikiproof.toml"
    settings.write_text('ignore = ["Q01"]\n', encoding="utf-8")
    change = types.FileEvent(settings.as_uri(), types.FileChangeType.Created)
    editor.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([change]))
    assert await codes() == []

    def configure(wishes: dict[str, Any]) -> None:
        editor.workspace_did_change_configuration(types.DidChangeConfigurationParams({"wikiproof": wishes}))

    configure({"ignore": [], "min-severity": "error"})
    assert await codes() == ["Q01"]
    configure({"min-severity": "eror"})
    assert await codes() == []
    configure({})
    assert "eror" in editor.messages[-1].message
    assert editor.messages[-1].message.startswith("the editor's settings: ")
