"""What `grammar/events` holds reads its own samples."""

from __future__ import annotations

import pytest

import wikiproof
from wikiproof import data
from wikiproof.claims.reading import Reader, settings
from wikiproof.events.links import event_links, named_events
from wikiproof.events.outline import Form, Outline, Sign, forms
from wikiproof.events.results import between
from wikiproof.events.sentences import tolls
from wikiproof.events.titles import is_engagement, key, may_be_event, recurs
from wikiproof.values import Count, Date


def test_titles() -> None:
    table = data.table("grammar", "events", "titles.toml")
    assert all(map(may_be_event, table["nouns"]["samples"]))
    assert not any(map(may_be_event, table["nouns"]["nots"]))
    assert all(map(is_engagement, table["engagements"]["samples"]))
    assert not any(map(is_engagement, table["engagements"]["nots"]))
    assert all(map(recurs, table["recurring"]["samples"]))
    assert not any(map(recurs, table["recurring"]["nots"]))


def test_what_stands_between_a_battle_and_who_won_it() -> None:
    for entry, table in data.table("grammar", "events", "results.toml").items():
        assert all(map(between(entry).search, table["samples"]))
        assert not any(map(between(entry).search, table["nots"]))


def test_names_in_text() -> None:
    table = data.table("grammar", "events", "titles.toml")
    for name in (*table["nouns"]["samples"], *table["before-name"]["samples"]):
        said = f"It came after the {name}, which many saw."
        assert [said[each.start : each.end] for each in named_events(said)] == [name]


def test_keys() -> None:
    assert key("siege_of Thorn#Walls") == key("Siege of Thorn") == "Siege of Thorn"


KINDS = ("date", "toll", "row-date", "row-toll")


@pytest.mark.parametrize("form", [f for kind in KINDS for f in forms(kind)], ids=lambda form: form.sample)
def test_form(form: Form) -> None:
    article = wikiproof.read(form.sample, title="Test", form="wikitext")
    reader = Reader()
    setting = next(settings(article))
    read = reader.read(setting.paragraph.sentences[0])
    (link,) = event_links(article, read.sentence, "Test")
    dates = (Sign("DATE", m.start, m.end, m.value) for m in read.mentions if isinstance(m.value, Date))
    signs = (Sign("LINK", link.start, link.end), *tolls(read, setting, reader), *dates)
    outline = Outline.of(read.sentence.text.string, signs)
    assert tuple(_shown(sign) for sign in form.find(outline)) == form.reads


def _shown(sign: Sign) -> str:
    value = sign.holds if isinstance(sign.holds, Date) else sign.holds.value
    if isinstance(value, Count):
        return str(value.low) if value.low == value.high else f"{value.low}+"
    return str(value.edtf())
