"""The rules over several articles: what one says of another's event, against what the other says itself.

A new rule is a module of this package and a line in RULES; its cases are `tests/related/cases/CODE.toml`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wikiproof import rules
from wikiproof.claims import gather
from wikiproof.events import record_of
from wikiproof.related import list_row, multi_box, mutual_actor, parent_range, same_event, sum_bound
from wikiproof.related.base import Placed, Rule, split
from wikiproof.related.join import findings, joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wikiproof.article import Article

__all__ = ["ALL_RULES", "RULES", "AnyRule", "Placed", "Rule", "findings", "joined", "lint", "rule", "split"]

AnyRule = rules.Rule | Rule

RULES: tuple[Rule, ...] = (same_event, list_row, parent_range, sum_bound, mutual_actor, multi_box)

# With the rules over one article, by their codes; a rule that is both is explained by the first.
ALL_RULES: tuple[AnyRule, ...] = (
    *rules.RULES,
    *(each for each in RULES if rules.rule(each.CODE) is None),
)


def rule(code_or_name: str) -> AnyRule | None:
    """The rule with a code ("X01", in any case) or a name ("same-event"), over one article or several."""
    wanted = code_or_name.casefold()
    return next((r for r in ALL_RULES if wanted in (r.CODE.casefold(), r.NAME)), None)


def lint(articles: Iterable[Article], rules: Sequence[Rule] = RULES) -> list[Placed]:
    """Where articles whose infoboxes are resolved contradict each other, each finding with the article it is on."""
    return joined((record_of(gather(article)) for article in articles), rules)
