"""The article that it all started from: what it converts to, where it is silent, what each edit must give."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

import wikiproof

if TYPE_CHECKING:
    from pathlib import Path

    from wikiproof.finding import Finding

INFOBOX_EDITS = [
    ("Fatalities: 40+", "Fatalities: 14"),
    ("Fatalities: 40+", "Fatalities: 30-35"),
    ("Date: February 8-10, 2022", "Date: March 8-10, 2022"),
    ("Date: February 8-10, 2022", "Date: February 8-10, 2021"),
    ("Menaka Region, Mali\n", "Gao Region, Mali\n"),
    ("Menaka Region, Mali\n", "Menaka Region, Niger\n"),
    ("Perpetrator: Islamic State in the Greater Sahara", "Perpetrator: JNIM"),
    ("Victims: 1,200 displaced", "Victims: 12,000 displaced"),
]
TEXT_EDITS = [
    ("killed at least 40 civilians", "killed 14 civilians", "Fatalities"),
    ("Around 1,200 people were displaced", "Around 120 people were displaced", "Victims"),
]
SILENT_EDITS = [
    ("Fatalities: 40+", "Fatalities: around 40"),
    ("Fatalities: 40+", "Fatalities: at least 40"),
    ("Fatalities: 40+", "Fatalities: 40"),
    ("Date: February 8-10, 2022", "Date: 8–10 February 2022"),
    ("Menaka Region, Mali\n", "Ménaka Region, Mali\n"),
    ("Perpetrator: Islamic State in the Greater Sahara", "Perpetrator: ISGS"),
]


@pytest.fixture(scope="session")
def seed(shared: Path) -> str:
    return (shared / "seed" / "tessit_massacres.txt").read_text(encoding="utf-8")


def as_wikitext(plain: str) -> str:
    """The same article as wikitext."""
    _, fields, body = re.fullmatch(r"= (.+) =\n\nInfobox\n((?:- [^\n]+\n)+)\n(.+)", plain, re.DOTALL).groups()  # type: ignore[union-attr]  # the seed has this form
    rows = "".join(
        f"| {line[2:].split(':', 1)[0].lower()} = {line[2:].split(':', 1)[1].strip()}\n"
        for line in fields.splitlines()
    )
    lead = body.replace("Islamic State in the Greater Sahara", "[[Islamic State in the Greater Sahara]]", 1)
    return f"{{{{Infobox civilian attack\n{rows}}}}}\n{lead}"


def lint(text: str, *, wikitext: bool) -> list[Finding]:
    if wikitext:
        return wikiproof.lint(wikiproof.read(as_wikitext(text), title="Tessit massacres"))
    return wikiproof.lint(wikiproof.read(text))


def edited(text: str, old: str, new: str) -> str:
    assert text.count(old) == 1
    return text.replace(old, new)


forms = pytest.mark.parametrize("wikitext", [False, True], ids=["plain", "wikitext"])


def test_converts_to_nine_typed_fields(seed: str) -> None:
    document = wikiproof.convert(wikiproof.read(seed))
    (box,) = document["infoboxes"]
    fields = {field["name"]: field["value"] for field in box["fields"]}
    assert box["type"] == "civilian attack"
    assert len(fields) == 9
    assert fields["Date"]["edtf"] == "2022-02-08/2022-02-10"
    assert (fields["Fatalities"]["low"], fields["Fatalities"]["high"]) == (40, None)
    assert (fields["Victims"]["low"], fields["Victims"]["high"], fields["Victims"]["of"]) == (
        1200,
        1200,
        "displaced",
    )
    sites = [item["parts"] for item in fields["Location"]["items"]]
    chain = ["Tessit commune", "Menaka Region", "Mali"]
    assert sites == [[site, *chain] for site in ("Keygourouten", "Khadji", "Bakal", "Tadjalalt", "Abagazgaz")]


@forms
def test_lints_without_a_finding(seed: str, wikitext: bool) -> None:
    assert lint(seed, wikitext=wikitext) == []


@forms
@pytest.mark.parametrize(("old", "new"), INFOBOX_EDITS)
def test_infobox_edit_gives_one_finding_on_its_field(seed: str, old: str, new: str, wikitext: bool) -> None:
    (finding,) = lint(edited(seed, old, new), wikitext=wikitext)
    field = "Location" if old.startswith("Menaka") else old.split(":")[0]
    assert finding.field is not None
    assert finding.field.capitalize() == field


@forms
@pytest.mark.parametrize(("old", "new", "field"), TEXT_EDITS)
def test_text_edit_gives_one_finding_on_its_field(
    seed: str, old: str, new: str, field: str, wikitext: bool
) -> None:
    (finding,) = lint(edited(seed, old, new), wikitext=wikitext)
    assert finding.field is not None
    assert finding.field.capitalize() == field


@forms
@pytest.mark.parametrize(("old", "new"), SILENT_EDITS)
def test_same_fact_in_other_words_is_silent(seed: str, old: str, new: str, wikitext: bool) -> None:
    assert lint(edited(seed, old, new), wikitext=wikitext) == []
