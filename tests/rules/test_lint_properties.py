"""Linting is total: whatever an article says, it gives findings with places inside the article."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

import wikiproof
from wikiproof import data

WORDS = sorted(
    itertools.chain.from_iterable(
        entry["words"] for entry in data.table("grammar", "claims", "words.toml").values()
    )
)
VALUES = [
    "12", "at least 40", "between 60 and 40", "8 March 2022", "31 April 2019", "Monday, 8 February 2022", "1999",
    "three days", "10:30 pm", "7.8", "Mali", "Gao Region", "Ulster Volunteer Force", "John Smith", "(ISGS)", "“", "”",
    ",", ";", ":", "(", ")", ".", "–", "al-Shabaab", "Smith's",
]  # fmt: skip
PARAMETERS = ["Date", "Location", "Fatalities", "Injuries", "Perpetrator", "Victims", "Time", "Partof", "Result",
              "Combatant1", "Commander1", "Commander2", "Casualties1", "Magnitude", "Fatalites"]  # fmt: skip

said = st.lists(st.sampled_from(WORDS + VALUES * 8), min_size=1, max_size=40).map(" ".join)
fields = st.lists(st.tuples(st.sampled_from(PARAMETERS), said), max_size=8)


@settings(max_examples=150, deadline=None)
@given(fields=fields, sentences=st.lists(said, min_size=1, max_size=6), title=said, wikitext=st.booleans())
def test_any_article_lints(
    fields: list[tuple[str, str]], sentences: list[str], title: str, *, wikitext: bool
) -> None:
    lead = ". ".join(sentence.capitalize() for sentence in sentences) + "."
    if wikitext:
        rows = "".join(f"| {name.lower()} = {value}\n" for name, value in fields)
        text = f"{{{{Infobox military conflict\n{rows}}}}}\n{lead}\n\n== Battle ==\n{lead}\n"
        article = wikiproof.read(text, title=title)
    else:
        rows = "".join(f"- {name}: {value}\n" for name, value in fields)
        article = wikiproof.read(f"= {title} =\n\nInfobox\n{rows}\n{lead}\n\n== Attack ==\n{lead}\n")
    for finding in wikiproof.lint(article):
        for place in (finding.primary, *finding.related):
            assert 0 <= place.span.start <= place.span.end <= len(article.source.text)
        assert finding.message
