"""When and where the event was, and when it ended: by the lead or, failing that, by the sections on the event."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from wikiproof.claims.dates import lead_dates, section_dates, whole_ranges
from wikiproof.claims.endings import endings, may_end
from wikiproof.claims.locations import Own, lead_places, named_places, section_places
from wikiproof.claims.model import Standing
from wikiproof.claims.places import own_places, title_names
from wikiproof.claims.told import may_say_it_happened
from wikiproof.values import Date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.article import Article, Sentence
    from wikiproof.claims.model import Claim
    from wikiproof.claims.reading import Reader, ReadSentence, Setting

_DIGIT = re.compile(r"\d")
_RANGE = re.compile(r"(?:was|were|lasted|ran|place|held) (?:from|between) [A-Z\d]")
_SILENT = 4  # sentences of an account that may date the event where the lead has not


@dataclass(frozen=True)  # without slots: what both claims and trace ask for is found once, and kept
class Occasion:
    """An article's sentences, asked when and where its event was; `off` are the gates that are left open."""

    article: Article
    settled: tuple[Setting, ...]
    opening: tuple[ReadSentence, ...]
    reader: Reader
    off: frozenset[str]

    @property
    def lead_date(self) -> Claim | None:
        """The event's date by the lead's first paragraph."""
        return self._lead_dates[0]

    def claims(self) -> Iterator[Claim]:
        """What the text says of it."""
        yield from (claim for claim in self._dates() if claim.speaks)
        yield from self._whole_ranges()
        yield from self._places
        yield from (claim for claim in self._ends() if claim.speaks)

    def aside(self) -> Iterator[Claim]:
        """What sentences name that could be it, but gates stop or, where none does, others were taken before."""
        taken = {claim.span for claim in self.claims()}
        weighed = (
            *self._lead_dates[1],
            *self._dates(),
            *named_places(self.opening, self._own),
            *self._ends(),
        )
        yield from {c.span: c for c in weighed if c.span not in taken}.values()

    @cached_property
    def _lead_dates(self) -> tuple[Claim | None, list[Claim]]:
        return lead_dates(self.opening, self.off)

    @cached_property
    def _own(self) -> Own:
        return Own(own_places(self.article), title_names(self.article.title or ""), self.off)

    def _dates(self) -> Iterator[Claim]:
        """The date by the lead's first paragraph or, failing that, its rest; and by each event section."""
        dated = self.lead_date
        lead_is_silent = dated is None or not (isinstance(dated.value, Date) and dated.value.start.day)
        if dated is not None:
            yield dated
        for setting in self.settled:
            further = setting.standing is Standing.LEAD and lead_is_silent
            if not further and setting.standing is not Standing.EVENT_SECTION:
                continue
            most = _SILENT if lead_is_silent and not further else 2
            sentences = (
                (number, self.reader.read(sentence))
                for number, sentence in enumerate(setting.paragraph.sentences[:most])
                if _may_name_a_day(sentence) and (lead_is_silent or may_say_it_happened(sentence.text.string))
            )
            found = list(section_dates(sentences, setting.standing, self.off, lead_is_silent=lead_is_silent))
            lead_is_silent = lead_is_silent and not any(claim.speaks for claim in found)
            yield from found

    def _whole_ranges(self) -> Iterator[Claim]:
        for setting in self.settled:
            if setting.standing in (Standing.EVENT_SECTION, Standing.OTHER_SECTION):
                for sentence in setting.paragraph.sentences:
                    if _RANGE.search(sentence.text.string):
                        yield from whole_ranges(self.reader.read(sentence), setting.standing)

    @cached_property
    def _places(self) -> list[Claim]:
        """Where the event was by the lead or, failing that, by the first event section that says so."""
        found = lead_places(self.opening, self._own)
        for setting in self.settled:
            if found:
                break
            if setting.standing is Standing.EVENT_SECTION:
                sentences = (
                    self.reader.read(sentence)
                    for sentence in setting.paragraph.sentences[:2]
                    if may_say_it_happened(sentence.text.string)
                )
                found += section_places(sentences, self._own, setting.standing)
        return found

    def _ends(self) -> Iterator[Claim]:
        lead = (s for p in self.article.lead for s in p.sentences if may_end(s.text.string))
        return endings(map(self.reader.read, lead), self.off)


def _may_name_a_day(sentence: Sentence) -> bool:
    return _DIGIT.search(sentence.text.string, 0, 80) is not None
