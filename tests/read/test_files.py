"""Which articles a path stands for, in which form and under which title they are read."""

from __future__ import annotations

from pathlib import Path

import pytest

from wikiproof.read import form_of, title_of
from wikiproof.read.files import Input, Unreadable, inputs, load, load_path
from wikiproof.source import Source


@pytest.mark.parametrize(
    ("path", "text", "form"),
    [
        ("a.txt", "= A =\n\nInfobox\n- Date: 8 May\n", "plain"),
        ("a.txt", "'''A''' is [[B]].", "plain"),
        ("a.txt", "{{Infobox storm}}\nText.", "wikitext"),
        ("a.txt", "\ufeff\n{{short description|A}}\n", "wikitext"),
        ("a.TXT", "Text.\n{{ infobox storm\n| date = 8 May\n}}", "wikitext"),
        ("a.wiki", "= A =\n\nInfobox\n- Date: 8 May\n", "wikitext"),
        ("a.mediawiki", "", "wikitext"),
        ("A.WikiText", "", "wikitext"),
        (None, "= A =\n\nInfobox\n- Date: 8 May\n", "plain"),
        (None, "'''A''' was a battle.", "wikitext"),
        ("-", "It is in [[Mali]].", "wikitext"),
        ("a.md", "Text.", "plain"),
    ],
)
def test_form(path: str | None, text: str, form: str) -> None:
    assert form_of(Source(text, path)) == form


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("2016_Berlin_attack.wiki", "2016 Berlin attack"),
        ("folder.d/J._R._Smith.wikitext", "J. R. Smith"),
        ("AC%2FDC.wiki", "AC/DC"),
        ("50%_off.wiki", "50% off"),
        ("U.S._v._Smith", "U.S. v. Smith"),
        ("-", None),
        (None, None),
    ],
)
def test_title(path: str | None, title: str | None) -> None:
    assert title_of(path) == title


def test_folders_are_searched_and_sorted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (
        "b/z.txt",
        "b/a.wiki",
        "b/c/y.mediawiki",
        "b/note.md",
        "b/.hidden/x.txt",
        "b/.x.txt",
        "a.txt",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("Text.", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert [given.path for given in inputs(["b/", "a.txt", "b", "./a.txt"])] == [
        "./a.txt",
        "a.txt",
        "b/a.wiki",
        "b/c/y.mediawiki",
        "b/z.txt",
    ]


def test_standard_input_and_a_missing_file_are_inputs() -> None:
    assert inputs(["-", "missing.txt"], "x.wiki") == [
        Input("missing.txt", Path("missing.txt")),
        Input("x.wiki", None),
    ]


def test_text_is_as_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfone\r\ntwo\rthree \xc3\xa9")
    source = load_path(path)
    assert source.text == "one\r\ntwo\rthree é"
    assert source.path == str(path)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"caf\xe9\n", "it is not UTF-8: byte 3 (line 1) is 0xe9"),
        (b"\xef\xbb\xbfa\nb\xff", "it is not UTF-8: byte 6 (line 2) is 0xff"),
        (b"a\n\0", "it is binary: byte 2 (line 2) is zero"),
        ("Text.".encode("utf-16"), "it is UTF-16, not UTF-8"),
        (b"x" * 101, "it is larger than 0 MB"),
    ],
)
def test_what_is_no_text(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    with pytest.raises(Unreadable) as caught:
        load(Input("a.txt", path), largest=100)
    assert (caught.value.path, caught.value.reason) == ("a.txt", reason)
    assert caught.value.remedy
