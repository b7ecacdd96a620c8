"""Repairs an article: what is proposed, tried, proven and kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import wikiproof
from wikiproof.checking import check_claims
from wikiproof.claims import gather
from wikiproof.fix import duplicate_parameter, range_order, unknown_parameter
from wikiproof.fix.base import Refused, Repair, Repairer, applied
from wikiproof.fix.prove import objection
from wikiproof.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from wikiproof.article import Article
    from wikiproof.claims import Claims
    from wikiproof.config import Settings
    from wikiproof.finding import Finding

REPAIRERS: tuple[Repairer, ...] = (range_order, duplicate_parameter, unknown_parameter)


@dataclass(frozen=True, slots=True)
class Repaired:
    """An article after its repairs, which of them were made, and which were not."""

    article: Article
    repairs: tuple[Repair, ...] = ()
    refused: tuple[Refused, ...] = ()


def repair(article: Article, settings: Settings) -> Repaired:
    """Make all repairs of the findings that the settings show and that can be proven to do no harm.

    Together where that holds of them together, else those of which it holds one by one.
    """
    claims = gather(article, aliases=settings.aliases)
    proposed, refused = _apart(proposals(check_claims(claims, settings).findings, claims))
    if not proposed:
        return Repaired(article, (), refused)
    if len(proposed) > 1:
        after = _made(article, proposed)
        if objection(article, after, proposed, settings) is None:
            return Repaired(after, proposed, refused)
    sound: list[Repair] = []
    for each in proposed:
        if reason := objection(article, _made(article, [each]), [each], settings):
            refused = (*refused, Refused(each, reason))
        else:
            sound.append(each)
    after = _made(article, sound)
    if len(sound) > 1 and (reason := objection(article, after, sound, settings)):
        return Repaired(article, (), (*refused, *(Refused(each, f"with others {reason}") for each in sound)))
    return Repaired(after, tuple(sound), refused)


def sound(article: Article, proposed: Repair, settings: Settings) -> bool:
    """Whether a repair by itself can be proven to do no harm."""
    return objection(article, _made(article, [proposed]), [proposed], settings) is None


def proposals(findings: Iterable[Finding], claims: Claims) -> Iterator[Repair]:
    """The repairs of findings that have one, yet to be proven."""
    by_code = {each.CODE: each for each in REPAIRERS}
    for finding in findings:
        repairer = by_code.get(finding.code)
        if repairer and (found := repairer.repair(finding, claims)):
            yield found


def _apart(proposed: Iterable[Repair]) -> tuple[tuple[Repair, ...], tuple[Refused, ...]]:
    """Those whose edits are apart from each other, and those that are in the way of one before."""
    kept: list[Repair] = []
    refused: list[Refused] = []
    end = 0
    for each in sorted(proposed, key=lambda repair: min(edit.span for edit in repair.edits)):
        if min(edit.span for edit in each.edits).start < end:
            refused.append(Refused(each, "another repair is made at the same place; run it again"))
            continue
        kept.append(each)
        end = max(edit.span.end for edit in each.edits)
    kept.sort(key=lambda repair: repair.finding.order)
    return tuple(kept), tuple(refused)


def _made(article: Article, repairs: Sequence[Repair]) -> Article:
    """The article read again with repairs made."""
    if not repairs:
        return article
    text = applied(article.source.text, (edit for each in repairs for edit in each.edits))
    return wikiproof.read(Source(text, article.source.path), title=article.title, form=article.form)
