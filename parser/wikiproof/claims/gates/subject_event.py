"""G1: the clause tells of the article's own event."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from wikiproof import data
from wikiproof.claims.model import Standing
from wikiproof.claims.sections import SectionRole
from wikiproof.claims.tokens import letters_of
from wikiproof.role import Role
from wikiproof.values import Date
from wikiproof.values.folding import fold

if TYPE_CHECKING:
    from wikiproof.claims.candidate import Candidate
    from wikiproof.claims.event import Event
    from wikiproof.claims.told import DateTold, PlaceTold

CODE = "G1"
NAME = "subject event"
_NEAR = 5  # tokens behind a claim that may say of which battle it is
_BEFORE = 6  # tokens before a date in which another act takes it
_ASIDE = re.compile(r", (?:\w+ ){1,2}")  # between a date and "days after"
_ENGAGEMENTS = ("Battle", "Siege", "siege")
_OTHER_ACTS = ("OTHER_ACT", "ARRESTED")
_OF_BATTLES = (Role.RESULT, Role.COMMANDER, Role.BELLIGERENT)
# Sections that otherwise tell of before and after, but of the event in this role.
_SECTIONS_OF = dict.fromkeys((Role.CASUALTIES, Role.RESULT, Role.DAMAGE), SectionRole.AFTERMATH)
# Sections that may sum up the event: "The final death toll was 31", "33 civilians were killed in the attack".
_SUMMING_UP = (SectionRole.AFTERMATH, SectionRole.INVESTIGATION)


def check(candidate: Candidate, event: Event) -> str | None:
    """Stop claims of sections that tell of other events, and of clauses that begin with another event.

    "In retaliation for an airstrike that killed 30" tells of the airstrike: nothing parts it from the words
    that lead to another event. "After clashes, gunmen came, killing 12" tells of the gunmen: a comma does.
    """
    section = candidate.setting.section
    at_home = _SECTIONS_OF.get(candidate.role) is section or _sums_up(candidate, event)
    if candidate.setting.standing is Standing.BACKGROUND and not at_home:
        return "stands in a section that tells of other events"
    tokens = candidate.tokens
    earlier = _at_another_time().search(tokens.string, 0, tokens.starts[candidate.start])
    aside = earlier is not None and _dates_the_event(candidate, event, earlier.start())
    if (earlier and not aside) or tokens.has(letters_of("AGO"), 0, candidate.low):
        return "is told of another time"
    if tokens.has(letters_of("AGO"), candidate.end, candidate.end + 4):
        return "is told of an earlier event"
    if candidate.role in _OF_BATTLES and _of_another(candidate, event):
        return "is told beside another battle, or of another place"
    lead_away = tokens.last(letters_of("ELSEWHEN"), candidate.start)
    if earlier is not None and aside and lead_away >= 0 and tokens.starts[lead_away] <= earlier.end():
        return None
    if lead_away < 0 or (candidate.whole and _ends_in_own_event(candidate)):
        return None
    between = tokens.letters[lead_away : candidate.start]
    commas = between.count(letters_of("COMMA"))
    relative = candidate.role is not Role.TIME and tokens.has(
        letters_of("WHO"), max(candidate.start - 2, 0), candidate.low
    )
    if commas == 0 and not _leads_only_to_own_event(between):
        return f"follows “{tokens.text(lead_away, lead_away + 1)}”, which leads to another event"
    if relative:
        return "is told of another event, in a relative clause"
    return None


def check_date(told: DateTold) -> str | None:
    """Stop the date of another act ("was arrested on 3 May"), and of what is told of another time."""
    tokens, index = told.tokens, told.index
    if away := told.away("ELSEWHEN", "AGO"):
        return f"follows “{away}”, which leads to another time"
    if tokens.has(letters_of("AGO"), index + 1, index + 3):
        return "is told of another time"
    if " had been " in tokens.string:
        return "is told of what had been before"
    acts = letters_of(*_OTHER_ACTS)
    if tokens.has(acts, max(index - _BEFORE, 0) if told.first else 0, index + _BEFORE):
        return "is the date of another act"
    # Where nothing before gave a date, "On 5 May 1863" at the start may tell of anything.
    if (told.silent or not told.first) and tokens.has(acts) and told.is_led and told.opens:
        return "opens a sentence that tells of another act"
    return None


def check_place(told: PlaceTold) -> str | None:
    """Stop a place behind words that lead to another event: "after a raid in Gao"."""
    away = told.away("ELSEWHEN", "AGO")
    return f"follows “{away}”, which leads to another event" if away else None


def _dates_the_event(candidate: Candidate, event: Event, at: int) -> bool:
    """Whether what stands there only explains the event's own date: "On 10 June 1944, four days after D-Day, …"."""
    tokens = candidate.tokens
    return any(
        isinstance(mention.value, Date)
        and event.may_be(mention.value)
        and _ASIDE.fullmatch(tokens.string, mention.end, at) is not None
        for mention in tokens.mentions.values()
    )


def _of_another(candidate: Candidate, event: Event) -> bool:
    """Whether it is told of another battle ("at the Battle of Thorn") or of a place that is not the event's.

    A sentence that names the article's own battle first may go on with its other names.
    """
    tokens, own = candidate.tokens, fold(" ".join((event.title, *(p for e in event.places for p in e.parts))))
    for index in range(min(candidate.end + _NEAR, len(tokens.letters) - 1)):
        following = tokens.letters[index + 1 : index + 3]
        battle = tokens.text(index, index + 1) in _ENGAGEMENTS and following == letters_of("OF", "NAME")
        taken = index >= candidate.start and tokens.letters[index] in letters_of("TOOK", "TAKE", "CAPTURED")
        if battle or (taken and following[:1] == letters_of("NAME")):
            named = tokens.text(index + 1 + battle, index + 2 + battle)
            known = not event.title or f" {fold(named)} " in f" {own} "
            if battle or not known:
                return not known
    return False


def _sums_up(candidate: Candidate, event: Event) -> bool:
    """Whether a section of what came after says how many it were in all, and names no event but the article's."""
    if candidate.setting.section not in _SUMMING_UP:
        return False
    if not (candidate.whole or _ends_in_own_event(candidate)):
        return False
    tokens, title = candidate.tokens, event.title.lower()
    named = (i for i in range(candidate.start) if tokens.letters[i] in letters_of("EVENT", "MASSACRE"))
    return all(tokens.text(i, i + 1).lower().removesuffix("s") in title for i in named)


def _leads_only_to_own_event(between: str) -> bool:
    """Whether the words are no more than "after the attack"."""
    return 0 < len(between) <= 3 and between[-1] in letters_of("EVENT", "MASSACRE")


def _ends_in_own_event(candidate: Candidate) -> bool:
    """Whether "in the attack" follows at once."""
    after = candidate.tokens.letters[candidate.end : candidate.end + 3]
    return (
        len(after) == 3 and after[0] in letters_of("IN", "OF", "DURING") and after[2] in letters_of("EVENT")
    )


@cache
def _at_another_time() -> re.Pattern[str]:
    """Finds "years later", "the day before"."""
    words = data.table("grammar", "claims", "dating.toml")["other-time"]
    return re.compile(rf"\b(?:{'|'.join(words['units'])}) (?:{'|'.join(words['directions'])})\b")
