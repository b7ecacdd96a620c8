"""Categories, short descriptions, kinds of events and spellings read the samples beside them."""

from __future__ import annotations

import pytest

from wikiproof import data
from wikiproof.claims.event_kinds import Kind, kinds, kinds_in
from wikiproof.claims.filing import Said, read_category, read_description
from wikiproof.claims.spelling import are_spellings, is_about_spelling
from wikiproof.claims.titles import is_named_after_place, telling_words
from wikiproof.infobox.registry import infobox_types
from wikiproof.role import Role
from wikiproof.values import date
from wikiproof.values.place import place

FILING = data.table("grammar", "filing.toml")
SPELLING = data.table("grammar", "spelling.toml")
READERS = {"category": read_category, "description": read_description}
DATES = {"date": Role.DATE, "born": Role.BIRTH_DATE, "died": Role.DEATH_DATE}


def reads(said: Said | None, expected: dict[str, str]) -> bool:
    """Whether a label says all that is expected, whatever else it says."""
    if said is None:
        return False
    told, where, found = said
    dated = {(role, date.read(expected[name])) for name, role in DATES.items() if name in expected}
    placed = "place" not in expected or where == place(*expected["place"].split(", "))
    return dated <= set(told) and placed and list(found) == kinds_in(expected.get("kind", "").lower())


@pytest.mark.parametrize(
    ("name", "sample", "expected"),
    [(name, form["sample"], form["reads"]) for name in READERS for form in FILING[name]],
)
def test_form_reads_its_sample(name: str, sample: str, expected: dict[str, str]) -> None:
    assert reads(READERS[name](sample), expected)


@pytest.mark.parametrize("sample", FILING["generic"]["samples"])
def test_generic_descriptions_say_nothing(sample: str) -> None:
    said = read_description(sample)
    assert said is None or said[:2] == ((), None)


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.name)
def test_kind_has_its_samples(kind: Kind) -> None:
    assert kind.samples
    assert all(kinds_in(sample.lower()) == [kind] for sample in kind.samples)
    assert kind.friends <= {other.name for other in kinds()}
    assert kind.types <= {each.name for each in infobox_types()}


def test_spellings() -> None:
    assert all(are_spellings(*pair) for pair in SPELLING["sounds"]["samples"])
    assert not any(are_spellings(*pair) for pair in SPELLING["sounds"]["others"])
    assert all(map(is_about_spelling, SPELLING["about"]["samples"]))


def test_titles_named_after_places() -> None:
    titles = data.table("grammar", "claims", "titles.toml")
    assert all(map(is_named_after_place, titles["surely"]["samples"]))
    assert all(telling_words(name) == {words} for name, words in titles["small"]["samples"])


def test_placeholders_that_know_nothing_are_placeholders() -> None:
    table = data.table("grammar", "placeholders.toml")
    assert set(table["NOT_KNOWN"]) <= set(table["UNKNOWN"])
