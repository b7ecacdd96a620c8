"""When the people of an article were born and died, and how old the text says they were at their death."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wikiproof import expressions
from wikiproof.role import Role
from wikiproof.values import Agreement, Date, compare
from wikiproof.values.mentions import mentions

if TYPE_CHECKING:
    from wikiproof.article import Infobox, Sentence
    from wikiproof.claims.model import Claim
    from wikiproof.claims.reading import ReadSentence

_STATED = expressions.compile(r"\baged?:? (\d{1,3})(?:[–-](\d{1,3}))?\b")
_BORN = expressions.compile(r"\bborn (?:in [A-Z][\w ,]*? )?(?:on |in )?$")
_DIED = expressions.compile(r"\b(?:died|killed|dead|murdered|executed|drowned|assassinated)\b")
_HE_DIED = expressions.compile(
    r"(?:(?:On|In|At) [^,]{3,40}, )?(?P<who>[Hh]e|[Ss]he|[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3})"
    r"(?: (?:then|later|eventually|suddenly|peacefully|himself|herself|was|had)){0,3}"
    r" (?:died|killed|murdered|shot|drowned)\b"
)
_LEAST = 10  # years between the ends of a bracket that may be a life


@dataclass(frozen=True, slots=True)
class Life:
    """One person's dates of birth and death."""

    born: Date
    died: Date

    @property
    def ages(self) -> tuple[int, int]:
        """The youngest and the oldest the person can have been at death, in whole years."""
        return _years(self.born.last, self.died.first), _years(self.born.first, self.died.last)


def _years(start: tuple[int, int, int], end: tuple[int, int, int]) -> int:
    return end[0] - start[0] - (end[1:] < start[1:])


def life_of_box(box: Infobox) -> Life | None:
    """The life that an infobox gives, if it gives both ends as single dates."""
    found = {
        field.role: field.value for field in box.fields if field.role in (Role.BIRTH_DATE, Role.DEATH_DATE)
    }
    return _life(found.get(Role.BIRTH_DATE), found.get(Role.DEATH_DATE))


def life_of_lead(opening: tuple[ReadSentence, ...]) -> Life | None:
    """The life in the brackets of the first sentence: "(1 May 1990 – 8 February 2022)"."""
    for run in opening[0].tokens[1:] if opening else ():
        dates = [m.value for m in run.mentions.values() if isinstance(m.value, Date)]
        if len(dates) == 1 and dates[0].end is not None and dates[0].start.day and dates[0].end.day:
            date = dates[0]
            life = Life(_point(date, first=True), _point(date, first=False))
            if life.ages[0] >= _LEAST and not date.approximate:
                return life
    return None


def life_in_sentence(sentence: Sentence) -> Life | None:
    """The life that a sentence tells: "born on 1 May 1990, … was killed on 8 February 2022"."""
    string = sentence.text.string
    born = died = None
    for mention in mentions(string):
        if not isinstance(mention.value, Date):
            continue
        if _BORN.search(string, 0, mention.start):
            if born is not None:
                return None
            born = mention.value
        elif _DIED.search(string, 0, mention.start):
            if died is not None:
                return None
            died = mention.value
    return _life(born, died)


def stated(text: str) -> tuple[int, int] | None:
    """The age that a field's words give: "8 February 2022 (aged 31)"; two where it is not sure which."""
    found = _STATED.search(text)
    return (int(found[1]), int(found[2] or found[1])) if found else None


def is_end_of(life: Life, claim: Claim, name: str) -> bool:
    """Whether a sentence begins with the death of the person the article is about: "He died", "Harlan was killed".

    Below the lead "he" may be another, unless the day is the same; and on another day it is another's death.
    """
    string = claim.sentence.text.string if claim.sentence else ""
    begins = _HE_DIED.match(string)
    if begins is None:
        return False
    days = [m.value for m in mentions(string) if isinstance(m.value, Date)]
    if any(compare(day, life.died) is Agreement.DIFFER for day in days):
        return False
    by_name = begins["who"].split()[-1:] == name.split(" (")[0].split()[-1:]
    return by_name or (begins["who"].casefold() in ("he", "she") and (bool(days) or claim.standing.in_lead))


def _life(born: object, died: object) -> Life | None:
    for date in (born, died):
        if (
            not isinstance(date, Date)
            or date.start != date.end
            or date.approximate
            or date.start.year is None
        ):
            return None
    assert isinstance(born, Date)
    assert isinstance(died, Date)
    return Life(born, died)


def _point(date: Date, *, first: bool) -> Date:
    point = date.start if first else (date.end or date.start)
    return Date(point, point)
