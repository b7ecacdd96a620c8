"""The numbers of armies and of their losses: the lexicon reads its samples, and whose they are is told right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import wikiproof
from wikiproof import data
from wikiproof.claims import gather
from wikiproof.claims.forces import fate_of, kind_of

if TYPE_CHECKING:
    from wikiproof.claims.figures import Figure

FORCES = data.table("grammar", "claims", "forces.toml")


def read(sentence: str) -> list[Figure]:
    article = (
        "= Battle of the mill =\n\nInfobox military conflict\n- Date: 8 May 1863\n- Combatant1: Denmark\n"
        f"- Combatant2: Kingdom of Prussia\n\nThe Battle of the mill was fought on 8 May 1863. {sentence}\n"
    )
    return [f for f in gather(wikiproof.read(article)).figures if f.claim.text in sentence]


@pytest.mark.parametrize("kind", FORCES["kind"])
def test_kind_reads_its_sample(kind: str) -> None:
    entry = FORCES["kind"][kind]
    assert kind_of(entry["sample"]) == kind
    assert len(set(entry["words"])) == len(entry["words"])


@pytest.mark.parametrize("fate", FORCES["fate"])
def test_fate_reads_its_sample(fate: str) -> None:
    assert fate_of(FORCES["fate"][fate]["sample"]) == fate


def test_no_word_has_two_kinds() -> None:
    for table in ("kind", "fate"):
        words = [word for entry in FORCES[table].values() for word in entry["words"]]
        assert sorted(words) == sorted(set(words))


@pytest.mark.parametrize("table", ["army", "had", "about", "sums", "turns", "foe"])
def test_table_holds_its_sample(table: str) -> None:
    assert set(FORCES[table]["sample"].split()) & set(FORCES[table]["words"])


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The Danes had 11,000 men.", [("11,000 men", "men", "", 1, True)]),
        ("Some 37,000 Prussians came.", [("Some 37,000 Prussians", "men", "", 2, False)]),
        ("The Danish fleet of 40 ships sailed.", [("40 ships", "ships", "", 1, True)]),
        ("The Danes faced 5,000 men.", [("5,000 men", "men", "", -1, False)]),
        ("The Danes lost 671 men.", [("671 men", "men", "lost", 1, False)]),
        ("The Danes killed 400 men.", [("400 men", "men", "killed", -1, False)]),
        ("The Danes and Prussians lost 900 men.", [("900 men", "men", "lost", None, False)]),
        (
            "Prussian losses were 263 killed and 909 wounded.",
            [("263", "", "killed", 2, False), ("909", "", "wounded", 2, False)],
        ),
        ("The 9,000-strong army held.", [("9,000-strong", "men", "", None, True)]),
        ("About 3,000 rifles were there.", []),
    ],
)
def test_figures(sentence: str, told: list[tuple[str, str, str, int | None, bool]]) -> None:
    assert [(f.claim.text, f.kind, f.fate, f.side, f.whole) for f in read(sentence)] == told
