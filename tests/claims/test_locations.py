"""The words by which a place in the lead is the event's or another's do what their samples say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import wikiproof
from wikiproof import data
from wikiproof.claims import gather
from wikiproof.claims.gates import subject_event
from wikiproof.role import Role
from wikiproof.rules import date_lead

if TYPE_CHECKING:
    from wikiproof.claims import Claim

PLACES = data.table("grammar", "claims", "locating.toml")
TIMES = data.table("grammar", "claims", "dating.toml")


def placed(sentence: str) -> list[Claim]:
    """The places of a lead of one sentence."""
    article = wikiproof.read(
        f"= Mill raid =\n\nInfobox civilian attack\n- Date: 8 March 2022\n\n{sentence}\n"
    )
    return list(gather(article).of_text(Role.PLACE))


@pytest.mark.parametrize("group", ["between", "route"])
def test_words_that_lead_away(group: str) -> None:
    for sentence, leads_away in PLACES[group]["samples"]:
        named = {
            part for claim in placed(f"{sentence.rstrip('.')}.") for part in claim.value.as_json()["parts"]
        }
        assert ("Mali" in named or "Mopti" in named) is not leads_away, sentence


@pytest.mark.parametrize("group", ["police", "site"])
def test_words_that_place(group: str) -> None:
    for sentence, name in PLACES[group]["samples"]:
        assert [claim.text for claim in placed(sentence)] == ([name] if name else []), sentence


def test_words_of_another_time() -> None:
    for sentence in TIMES["other-time"]["samples"]:
        assert subject_event._at_another_time().search(sentence)
    assert not subject_event._at_another_time().search("It lasted two days.")


def test_words_of_the_place_s_own_time() -> None:
    for sentence in TIMES["local"]["samples"]:
        assert date_lead._local().search(sentence)
