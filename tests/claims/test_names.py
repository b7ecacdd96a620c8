from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from wikiproof import data
from wikiproof.article import Article, Block, Field, Infobox, Paragraph, Sentence
from wikiproof.claims.lexicon import lexicon
from wikiproof.claims.names import Names
from wikiproof.role import Role
from wikiproof.source import Source, Span
from wikiproof.text import Kind, Text
from wikiproof.values import Name

CASES = tomllib.loads((Path(__file__).parent / "names.toml").read_text(encoding="utf-8"))["article"]
NOWHERE = Span(0, 0)


def article(texts: list[Text], box: list[str], abbreviations: tuple[tuple[str, str], ...] = ()) -> Article:
    fields = tuple(
        Field("perps", NOWHERE, name, NOWHERE, Text(name), role=Role.PERPETRATOR, value=Name(name))
        for name in box
    )
    sentences = tuple(Sentence(text) for text in texts)
    return Article(
        Source(""),
        None,
        "plain",
        (Infobox(None, "", NOWHERE, fields),),
        (Paragraph(Block.PROSE, sentences),),
        NOWHERE,
        (),
        abbreviations=abbreviations,
    )


def table(case: dict[str, Any]) -> Names:
    return Names.of(
        article([Text(f"{part}.") for part in case["text"].removesuffix(".").split(". ")], case["box"])
    )


def pairs(kind: str) -> list[Any]:
    return [pytest.param(case, a, b, id=f"{a} | {b}") for case in CASES for a, b in case.get(kind, ())]


@pytest.mark.parametrize(("case", "a", "b"), pairs("same"))
def test_one_actor(case: dict[str, Any], a: str, b: str) -> None:
    names = table(case)
    assert names.same(a, b)
    assert names.same(b, a)
    assert names.related(a, b)
    assert not names.different(a, b)


@pytest.mark.parametrize(("case", "a", "b"), pairs("different"))
def test_two_actors(case: dict[str, Any], a: str, b: str) -> None:
    names = table(case)
    assert names.different(a, b)
    assert names.different(b, a)
    assert not names.same(a, b)


@pytest.mark.parametrize(("case", "a", "b"), pairs("related"))
def test_kin(case: dict[str, Any], a: str, b: str) -> None:
    names = table(case)
    assert names.related(a, b)
    assert not names.different(a, b)


@pytest.mark.parametrize(("case", "a", "b"), pairs("open"))
def test_cannot_tell(case: dict[str, Any], a: str, b: str) -> None:
    names = table(case)
    assert not names.different(a, b)
    assert not names.different(b, a)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["box"][0])
def test_mentions(case: dict[str, Any]) -> None:
    text = case["text"]
    assert [text[start:end] for start, end, _ in table(case).mentions(text)] == case["mentions"]


def test_links_and_abbreviations_give_aliases() -> None:
    text = Text("Nitrogen Squad fired.", (), ((Kind.LINK, 0, 14, "Azote Brigade (militia)", 0, 0),))
    names = Names.of(article([text], [], (("NSq", "Nitrogen Squad"),)))
    assert names.same("Nitrogen Squad", "Azote Brigade")
    assert names.aliases("NSq") == {"nsq", "nitrogen squad", "azote brigade"}
    assert names.known("Azote Brigade")
    assert not names.known("Oxygen Brigade")


def test_every_group_of_the_lexicon_has_its_names_to_itself() -> None:
    groups = data.table("grammar", "aliases.toml")["group"]
    assert len(lexicon().actors) == sum(len(names) for names in lexicon().members.values())
    assert len(lexicon().members) == len(groups)
    assert set(lexicon().parents.values()) <= lexicon().members.keys()
