"""Counts over the results of a run, each table by one query."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wikiproof.corpus.answers.results import Results

NO_INFOBOX = "(none known)"
_SEVERITIES = ", ".join(
    f"count(*) FILTER (severity = '{severity}') AS {severity}s" for severity in ("error", "warning", "info")
)
_SHARES = ", ".join(f"count(*) FILTER ({state}) AS {state}" for state in ("typed", "unread", "checked"))
_PERCENT = ", ".join(
    f'round(100 * avg({state}::INTEGER), 1) AS "{state} %"' for state in ("typed", "unread", "checked")
)


@dataclass(frozen=True, slots=True)
class Statistic:
    """A table: what it counts, what a row of it is of (the first column, or the first two), and the numbers."""

    name: str
    title: str
    query: str
    labels: int = 1


@dataclass(frozen=True, slots=True)
class Counted:
    """The answer: columns and rows, the labels first, then the numbers; a share is in percent."""

    statistic: Statistic
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


STATISTICS = (
    Statistic(
        "rules",
        "Findings by rule",
        f"""SELECT code, name, count(*) AS findings, {_SEVERITIES}, count(DISTINCT (title, path)) AS articles
            FROM findings GROUP BY ALL ORDER BY findings DESC, code LIMIT $1""",
        labels=2,
    ),
    Statistic(
        "severities",
        "Findings by severity",
        """SELECT severity, count(*) AS findings, count(DISTINCT (title, path)) AS articles
           FROM findings GROUP BY severity
           ORDER BY severity = 'error' DESC, severity = 'warning' DESC LIMIT $1""",
    ),
    Statistic(
        "infoboxes",
        "Findings by infobox type",
        f"""SELECT coalesce(infobox, '{NO_INFOBOX}') AS infobox, count(DISTINCT (title, path)) AS articles,
            count(DISTINCT (title, path)) FILTER (code IS NOT NULL) AS affected,
            count(code) AS findings, {_SEVERITIES},
            round(100 * affected / count(DISTINCT (title, path)), 1) AS "affected %"
            FROM articles LEFT JOIN findings USING (title, path)
            GROUP BY ALL ORDER BY findings DESC, articles DESC, infobox LIMIT $1""",
    ),
    Statistic(
        "articles",
        "Most affected articles",
        f"""SELECT title, path, count(*) AS findings, {_SEVERITIES}
            FROM findings GROUP BY ALL
            ORDER BY findings DESC, errors DESC, warnings DESC, title, path LIMIT $1""",
        labels=2,
    ),
    Statistic(
        "coverage",
        "Fields that show something, by infobox type",
        f"""SELECT CASE WHEN grouping(infobox) = 1 THEN 'all' ELSE infobox END AS infobox,
            count(*) AS fields, {_SHARES},
            {_PERCENT}
            FROM (SELECT * REPLACE (coalesce(infobox, '{NO_INFOBOX}') AS infobox) FROM fields)
            GROUP BY ROLLUP (infobox) HAVING count(*) > 0
            ORDER BY grouping(infobox) DESC, fields DESC, infobox LIMIT $1""",
    ),
    Statistic(
        "roles",
        "Fields that say something of the event, by their role",
        f"""SELECT role, count(*) AS fields, {_SHARES},
            {_PERCENT}
            FROM fields WHERE role IS NOT NULL GROUP BY ALL ORDER BY fields DESC, role LIMIT $1""",
    ),
    Statistic(
        "failures",
        "Pages that could not be worked on, by the reason",
        "SELECT reason, count(*) AS pages FROM failures GROUP BY ALL ORDER BY pages DESC, reason LIMIT $1",
    ),
)


def count(found: Results, names: tuple[str, ...] = (), top: int | None = None) -> Iterator[Counted]:
    """The named statistics, all where none is named, of each at most so many rows."""
    for statistic in STATISTICS:
        if not names or statistic.name in names:
            answer = found.connection.execute(statistic.query, [top if top is not None else 1 << 62])
            columns = tuple(column[0] for column in answer.description)
            yield Counted(statistic, columns, tuple(answer.fetchall()))
