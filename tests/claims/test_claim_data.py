"""The lexicon, the patterns and the section roles read their own samples."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import wikiproof
from wikiproof import data
from wikiproof.claims import gather
from wikiproof.claims.columns import beside, changed, civil, multinational
from wikiproof.claims.endings import words as ending_words
from wikiproof.claims.fates import fates, marked
from wikiproof.claims.forms import read, read_all
from wikiproof.claims.gates.kind import answers
from wikiproof.claims.gates.source_frame import is_competing
from wikiproof.claims.items import counted
from wikiproof.claims.notes import note_words
from wikiproof.claims.patterns import Pattern, find, patterns
from wikiproof.claims.people import kind_named, same_people
from wikiproof.claims.results import Outcome, is_decisive, is_shaded, outcome_of
from wikiproof.claims.sections import SectionRole, section_role
from wikiproof.claims.sides import known_enemies
from wikiproof.claims.titles import title_place, title_victims
from wikiproof.claims.tokens import tokenise
from wikiproof.claims.totals import is_of_then, names_a_site, place_named, says_total, tells_of_more
from wikiproof.claims.verdicts import ended
from wikiproof.claims.wars import folded, is_war, years_of
from wikiproof.claims.words import MENTION_CLASSES, PLAIN_CLASSES, words
from wikiproof.role import Role
from wikiproof.values import Count, Duration, Magnitude, Money, Number, Time, Value
from wikiproof.values.mentions import mentions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from wikiproof.article import Section

TITLES = Path(__file__).parent / "section_titles.toml"
WORDS = data.table("grammar", "claims", "words.toml")
SECTIONS = data.table("grammar", "claims", "sections.toml")


_MEASURED = (Role.MAGNITUDE, Role.DURATION, Role.TIME, Role.DAMAGE, Role.TURNOUT)


def shown(value: Value) -> str:
    """A value as the pattern file writes it."""
    if isinstance(value, Count):
        if value.high is None:
            return f"{value.low}+"
        text = str(value.low) if value.low == value.high else f"{value.low}-{value.high}"
        return f"~{text}" if value.approximate else text
    if isinstance(value, Magnitude):
        return f"{value.low:g}"
    if isinstance(value, Duration):
        return f"{value.low / 86_400:g} {value.unit}"
    if isinstance(value, Money):
        return f"{value.low:.0f} {value.currency}"
    if isinstance(value, Number):
        return f"{value.low:g}{value.unit or ''}"
    if isinstance(value, Time):
        return f"{value.start // 60}:{value.start % 60:02}"
    raise TypeError(value)


@pytest.mark.parametrize("name", WORDS)
def test_class_finds_its_words(name: str) -> None:
    entry = WORDS[name]
    letter = words().letters[name]
    tokens = tokenise(entry["sample"], list(mentions(entry["sample"])))[0]
    found = [tokens.text(i, i + 1).lower() for i, other in enumerate(tokens.letters) if other == letter]
    assert set(entry["finds"]) <= set(found)


def test_no_word_stands_in_two_classes() -> None:
    owners: dict[str, list[str]] = {}
    for name, entry in WORDS.items():
        for word in entry["words"]:
            owners.setdefault(word, []).append(name)
            assert word == word.lower()
    assert {word: names for word, names in owners.items() if len(names) > 1} == {}


def test_class_names_are_free() -> None:
    assert not set(WORDS) & {*MENTION_CLASSES.values(), *PLAIN_CLASSES}


@pytest.mark.parametrize("pattern", patterns(), ids=lambda p: p.sample)
def test_pattern_reads_its_sample(pattern: Pattern) -> None:
    read: list[str] = []
    for tokens in tokenise(pattern.sample, list(mentions(pattern.sample))):
        for match in find(tokens):
            if match.pattern.role is not pattern.role or match.pattern.of != pattern.of:
                continue
            if match.actor is not None:
                assert tokens.text(*match.actor) == pattern.actor
            if match.pattern.count is not None:
                read.append(str(match.pattern.count))
            elif match.pattern.names:
                read.append(tokens.text(match.low, match.high))
            else:
                values = [m.value for i, m in tokens.mentions.items() if match.low <= i < match.high]
                of_people = pattern.role not in _MEASURED
                read += map(shown, counted(tokens, match.low, match.high) if of_people else values)
    assert read == list(pattern.reads)


@pytest.mark.parametrize(("role", "title"), [(r, t) for r, e in SECTIONS.items() for t in e["samples"]])
def test_section_title_has_its_role(role: str, title: str) -> None:
    assert section_role(title) is SectionRole(role)


def test_titles_name_victims_and_places() -> None:
    table = data.table("grammar", "claims", "titles.toml")
    assert all(title_victims(title) for title in table["victims"]["samples"])
    assert all(title_place(title) for title in table["places"]["samples"])
    assert title_victims("Shootings of police officers") is None


def test_results_name_who_won_and_who_lost() -> None:
    table = data.table("grammar", "claims", "results.toml")
    for kind, won in (("won", True), ("lost", False)):
        for form in table[kind]:
            for result, actor in form["samples"]:
                assert outcome_of(result) == Outcome(actor, won)
    assert [outcome_of(result) for result, _ in table["praise"]["samples"]] == [
        Outcome(winner, won=True) for _, winner in table["praise"]["samples"]
    ]
    assert {outcome_of(result) for result in table["undecided"]["samples"]} == {Outcome(None)}
    assert [outcome_of(result) for result in table["unclear"]["samples"]] == [None] * 2
    assert all(map(is_shaded, table["shade"]["samples"]))
    assert all(map(is_decisive, table["decisive"]["samples"]))


@pytest.mark.parametrize(
    ("form", "cue"),
    [
        ("COUNT (WHO|BE)* DIED", {"DIED"}),
        ("COUNT NAME? (KILLED | BE DEAD)", {"KILLED", "DEAD"}),
        ("<COUNT> (KILLED)?", {"COUNT"}),
        ("NAME{0,2} [NAME] LOST{1,2}", {"LOSE"}),
    ],
)
def test_form_knows_its_cue(form: str, cue: set[str]) -> None:
    lexicon = words()
    shorthand = read_all({"LOST": "LOSE"})
    assert read(form, shorthand).cue == {lexicon.letters[name] for name in cue}


@pytest.mark.parametrize("form", ["COUNT KILED", "(COUNT", "COUNT)", "<COUNT]"])
def test_form_that_is_none(form: str) -> None:
    with pytest.raises(ValueError, match=r"patterns\.toml"):
        read(form, {})


def test_section_titles_of_the_corpus(shared: Path) -> None:
    read = {
        title: role
        for role, titles in tomllib.loads(TITLES.read_text(encoding="utf-8")).items()
        for title in titles
    }
    found = {
        section.title: section_role(section.title).value
        for path in sorted((shared / "corpus" / "articles").glob("**/*.wiki"))
        for section in every_section(wikiproof.read(path).sections)
    }
    assert {title: role for title, role in found.items() if role != SectionRole.OTHER} == read


def every_section(sections: tuple[Section, ...]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from every_section(section.sections)


def test_plurals_name_several() -> None:
    table = data.table("grammar", "claims", "plurals.toml")
    for kind in ("endings", "nouns"):
        assert all(counted_in(f"the {noun}") == [] for noun in table[kind]["samples"])
    assert all(counted_in(f"{word} guard") == [] for word in table["before"]["samples"])
    assert [count.low for count in counted_in("two officers, the mayor of the town and a civilian")] == [
        2,
        1,
        1,
    ]


def counted_in(phrase: str) -> list[Count]:
    tokens = tokenise(phrase, list(mentions(phrase)))[0]
    return counted(tokens, 0, len(tokens.letters))


KINDS = data.table("grammar", "claims", "kinds.toml")


@pytest.mark.parametrize(("kind", "phrase"), [(k, p) for k, e in KINDS.items() for p in e["samples"]])
def test_phrase_names_its_kind(kind: str, phrase: str) -> None:
    assert kind_named(phrase) == kind


def test_people_of_one_name_or_kind_are_the_same() -> None:
    assert same_people("Okinawan civilians killed", "Okinawans")
    assert same_people("soldiers", "Egyptian army personnel")
    assert not same_people("soldiers", "militants")
    assert not same_people("people", "people")


TOTALS = data.table("grammar", "claims", "totals.toml")


@pytest.mark.parametrize(
    ("sentence", "total"),
    [
        (s, key == "samples")
        for e in (TOTALS["total"], TOTALS["placed"])
        for key in ("samples", "others")
        for s in e.get(key, ())
    ],
)
def test_sentence_says_that_it_counts_all(sentence: str, total: bool) -> None:
    tokens = tokenise(sentence, list(mentions(sentence)))[0]
    said = [says_total(tokens, m.start, m.end) for m in find(tokens) if m.pattern.role is Role.DEATHS]
    assert said == [total]


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        ("then", is_of_then), ("more", tells_of_more), ("site", names_a_site),
        ("where", lambda words: place_named(f" {words}".replace(" ,", ","), 0) is not None),
    ],
)  # fmt: skip
def test_sentence_says_that_a_toll_was_not_the_last(kind: str, says: Callable[[str], bool]) -> None:
    assert all(map(says, TOTALS[kind]["samples"]))
    assert not any(map(says, TOTALS[kind]["others"]))


def test_columns_tell_why_a_name_is_in_both() -> None:
    assert all(
        changed().search(sample)
        for sample in data.table("grammar", "claims", "sides.toml")["changed"]["samples"]
    )


def test_gates_stop_at_their_words() -> None:
    table = data.table("grammar", "claims", "gates.toml")
    assert all(map(is_competing, table["competing-tags"]["samples"]))
    assert not is_competing("nobr")
    assert all(map(answers, table["answer"]["samples"]))
    assert not any(map(answers, table["answer"]["others"]))
    for key, counts in (("samples", False), ("others", True)):
        for sample in table["left-out"][key]:
            claims = gather(
                wikiproof.read(f"= Kelm mine fire =\n\nThe Kelm mine fire was a fire. {sample}\n")
            )
            assert any(claim.speaks for claim in claims.of_text(Role.DEATHS)) is counts


def test_enemies_fight_whatever_the_columns_say() -> None:
    for one, other in data.table("grammar", "claims", "sides.toml")["enemies"]["samples"]:
        article = wikiproof.read(f"= Battle of the mill =\n\nThe {one} met the {other}.\n")
        assert gather(article).sides.same(one, other) is False
    assert all(one != other for one, other in known_enemies())


VERDICTS = data.table("grammar", "claims", "verdicts.toml")


@pytest.mark.parametrize("how", VERDICTS)
def test_verdicts_are_told(how: str) -> None:
    entry = VERDICTS[how]
    told = frozenset({how} - {"plea"})
    assert all(ended(sample) == told for sample in entry["samples"])
    assert all(ended(word.title()) == told for word in entry["field"])


@pytest.mark.parametrize(
    ("name", "found"), [("civil", civil), ("beside", beside), ("multinational", multinational)]
)
def test_words_of_sides(name: str, found: Callable[[], re.Pattern[str]]) -> None:
    entry = data.table("grammar", "claims", "sides.toml")[name]
    assert all(map(found().search, entry["samples"]))
    assert not any(map(found().search, entry["others"]))


def test_peoples_go_by_several_words() -> None:
    names = gather(wikiproof.read("= Battle of the mill =\n\nIt was fought.\n")).names
    assert all(
        names.related(one, other) for one, other in data.table("grammar", "names.toml")["peoples"]["samples"]
    )


def test_wars_have_their_years() -> None:
    table = data.table("grammar", "wars.toml")
    names = [name for war in table["war"] for name in war["names"]]
    assert len(set(map(folded, names))) == len(names)
    assert all(war["years"] == sorted(war["years"]) for war in table["war"])
    assert all(years_of(f"the {name}") is not None for name in names)
    assert all(map(is_war, table["kinds"]["samples"]))
    assert years_of("Balen War (1902–04)") == (1902, 1904)
    assert years_of("Balen War of 1865") == (1865, 1865)
    assert years_of("Second Balen War") is None


@pytest.mark.parametrize("name", data.table("grammar", "claims", "fates.toml"))
def test_fates_are_marked_and_told(name: str) -> None:
    entry = data.table("grammar", "claims", "fates.toml")[name]
    fate = next(fate for fate in fates() if fate.name == name)
    assert all(marked(mark) == fate for mark in entry["marks"])
    assert fate.words.search(entry["sample"])


ENDINGS = data.table("grammar", "claims", "endings.toml")


@pytest.mark.parametrize(("kind", "sample"), [(k, s) for k, e in ENDINGS.items() for s in e["samples"]])
def test_endings_find_their_words(kind: str, sample: str) -> None:
    plain = sample.replace("[", "").replace("]", "")
    assert ending_words(kind).findall(plain) == re.findall(r"\[(.*?)\]", sample)


NOTES = data.table("grammar", "claims", "notes.toml")


@pytest.mark.parametrize(
    ("kind", "text", "known"),
    [
        (kind, s, key == "samples")
        for kind, e in NOTES.items()
        for key in ("samples", "others")
        for s in e.get(key, ())
    ],
)
def test_notes_know_their_words(kind: str, text: str, known: bool) -> None:
    assert (note_words(kind).search(text.lower()) is not None) == known
