"""Articles of which some contradict themselves, and the inputs they may come in."""

from __future__ import annotations

import bz2
import gzip
import json
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import pytest

from wikiproof.config import Configs
from wikiproof.corpus import parts
from wikiproof.corpus.rows import failure, rows
from wikiproof.corpus.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from wikiproof.corpus.page import Page


def article(number: int) -> str:
    """A raid that killed 21 people by its text, and 12 by the infobox of two in three."""
    toll = 12 if number % 3 else 21
    return (
        f"{{{{Infobox civilian attack\n| title = Raid {number}\n| date = 4 March 1994\n| fatalities = {toll}\n}}}}\n"
        f"The '''raid of place {number}''' was a robbery on 4 March 1994 that killed 21 people & injured <b>30</b>.\n"
    )


ARTICLES = {f"Raid {number:03}": article(number) for number in range(120)}
OTHERS = {"Poem": "A '''poem''' without an infobox.", "Old raid": "#REDIRECT [[Raid 001]]"}


def xml(title: str, text: str) -> str:
    redirect = '<redirect title="Raid 001" />' if text.startswith("#REDIRECT") else ""
    return (
        f"<page><title>{escape(title)}</title><ns>0</ns><id>1</id>{redirect}<revision><id>2</id>"
        f"<model>wikitext</model><text>{escape(text)}</text></revision></page>\n"
    )


HEAD, TAIL = "<mediawiki><siteinfo><sitename>Test</sitename></siteinfo>\n", "</mediawiki>\n"
DUMP = HEAD + "".join(xml(*each) for each in (ARTICLES | OTHERS).items()) + TAIL


def folder(at: Path, pages: dict[str, str] = ARTICLES | OTHERS) -> Path:
    path = at / "articles"
    path.mkdir()
    for title, text in pages.items():
        (path / f"{title}.wiki").write_text(text, encoding="utf-8")
    return path


def plain(at: Path) -> Path:
    (at / "dump.xml").write_text(DUMP, encoding="utf-8")
    return at / "dump.xml"


def packed(at: Path) -> Path:
    (at / "dump.xml.bz2").write_bytes(bz2.compress(DUMP.encode()))
    return at / "dump.xml.bz2"


def zipped(at: Path) -> Path:
    (at / "dump.xml.gz").write_bytes(gzip.compress(DUMP.encode()))
    return at / "dump.xml.gz"


def multistream(at: Path) -> Path:
    data, index = bz2.compress(HEAD.encode()), ""
    pages = list((ARTICLES | OTHERS).items())
    for start in range(0, len(pages), 10):
        some = pages[start : start + 10]
        index += "".join(f"{len(data)}:{start}:{title}\n" for title, _ in some)
        data += bz2.compress("".join(xml(*each) for each in some).encode())
    data += bz2.compress(TAIL.encode())
    (at / "w-pages-articles-multistream.xml.bz2").write_bytes(data)
    (at / "w-pages-articles-multistream-index.txt.bz2").write_bytes(bz2.compress(index.encode()))
    return at / "w-pages-articles-multistream.xml.bz2"


def lines(at: Path) -> Path:
    rows = [json.dumps({"title": title, "text": text}) for title, text in (ARTICLES | OTHERS).items()]
    (at / "pages.jsonl").write_text("\n".join(rows), encoding="utf-8")
    return at / "pages.jsonl"


def parquet(at: Path) -> Path:
    pa = pytest.importorskip("pyarrow", reason="Parquet needs the extra batch")
    pq = pytest.importorskip("pyarrow.parquet", reason="Parquet needs the extra batch")
    both = ARTICLES | OTHERS
    pq.write_table(
        pa.table({"title": list(both), "text": list(both.values())}), at / "pages.parquet", row_group_size=25
    )
    return at / "pages.parquet"


def contents(out: Path) -> dict[str, bytes]:
    """All files of a folder of results."""
    return {str(path.relative_to(out)): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def done(out: Path, pages: list[Page], failures: int = 0) -> Path:
    """The results of a run over pages, made without its processes."""
    out.mkdir()
    store = Store(out, {"input": {"pages": len(pages)}, "job": {}})
    kept = [row for page in pages for row in rows(page, Configs(isolated=True))]
    kept += [failure(f"Bad {number}", "dump.xml", "it is bad") for number in range(failures)]
    parts.write(store.parts, 0, kept)
    store.finish(None)
    return out
