from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pycountry
import pytest

from wikiproof import data
from wikiproof.values import borders, gazetteer
from wikiproof.values.atlas import find
from wikiproof.values.folding import fold
from wikiproof.values.gazetteer import Relation

CASES = tomllib.loads((Path(__file__).parent / "gazetteer.toml").read_text(encoding="utf-8"))
WORDS = data.table("grammar", "places.toml")
KNOWN = data.table("grammar", "gazetteer.toml")
SUBDIVISIONS = {unit.code for unit in pycountry.subdivisions}


@pytest.mark.parametrize(("folded", "names"), CASES["fold"].items())
def test_folds(folded: str, names: list[str]) -> None:
    assert {gazetteer.fold(name) for name in names} == {folded}


@pytest.mark.parametrize(("name", "codes"), CASES["means"].items())
def test_knows(name: str, codes: list[str]) -> None:
    assert {known.code for known in gazetteer.lookup(name) if known.kind != "city"} == set(codes)


PAIRS = [(a, b, Relation[name]) for name, pairs in CASES["relation"].items() for a, b in pairs]


@pytest.mark.parametrize(("a", "b", "relation"), PAIRS)
def test_relates(a: str, b: str, relation: Relation) -> None:
    turned = {Relation.CONTAINS: Relation.WITHIN, Relation.WITHIN: Relation.CONTAINS}
    assert gazetteer.relation(a, b) is relation
    assert gazetteer.relation(b, a) is turned.get(relation, relation)


@pytest.mark.parametrize(("word", "code"), CASES["demonyms"].items())
def test_knows_nationalities(word: str, code: str) -> None:
    assert gazetteer.demonym(word) == code


@pytest.mark.parametrize("country", KNOWN["demonyms"])
def test_nationalities_are_of_known_countries(country: str) -> None:
    assert any(known.kind == "country" for known in gazetteer.lookup(country))


@pytest.mark.parametrize("state", KNOWN["former-demonyms"])
def test_old_nationalities_are_of_known_states(state: str) -> None:
    assert any(known.kind == "country" for known in gazetteer.lookup(state))
    assert all(gazetteer.nation(word) == state for word in KNOWN["former-demonyms"][state])


def test_claimed_zones_are_zones_of_countries() -> None:
    countries = {country.alpha_2 for country in pycountry.countries} | {"XK"}
    assert KNOWN["claimed-zones"].keys() <= borders._zones().keys()
    assert {code for codes in KNOWN["claimed-zones"].values() for code in codes} <= countries


@pytest.mark.parametrize("group", ["at", "away", "part"])
def test_words_before_a_name_have_samples_that_hold(group: str) -> None:
    for written, folded in WORDS[group]["samples"]:
        if group == "part":
            assert gazetteer.lookup(written) == gazetteer.lookup(folded) != ()
        else:
            assert gazetteer.fold(written) == folded
            assert gazetteer.beside(written) is (group == "away")


@pytest.mark.parametrize("entry", WORDS["noun"], ids=lambda entry: entry["words"][0])
def test_nouns_have_samples_that_hold(entry: dict[str, Any]) -> None:
    for written, folded in entry["samples"]:
        assert (gazetteer.fold(written), gazetteer.noun(written)) == (folded, entry["kind"])


def test_codes_are_iso_codes() -> None:
    countries = {country.alpha_2 for country in pycountry.countries} | {"XK"}
    states = [*KNOWN["state"], *KNOWN["region"]]
    assert {*KNOWN["countries"], *KNOWN["within"], *KNOWN["seats"]} <= countries
    assert {code for entry in states for code in entry.get("land", ())} <= countries | SUBDIVISIONS
    assert {entry["code"] for entry in states if "code" in entry} <= countries
    assert KNOWN["subdivisions"].keys() <= SUBDIVISIONS


@pytest.mark.parametrize("country", KNOWN["seats"])
def test_seats_lie_in_their_subdivisions(country: str) -> None:
    for unit, seat in KNOWN["seats"][country].items():
        code = f"{country}-{unit}"
        if code in SUBDIVISIONS:  # of two codes for one unit, ISO 3166-2 has one
            assert code in {member for known in find(fold(seat)) for _, member in known.lineage}, seat
