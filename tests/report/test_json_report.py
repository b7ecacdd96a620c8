"""What machines see: valid against the schema, whole, and the same bytes every time."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

from wikiproof.document import validate
from wikiproof.report import REPORTS, Summary

if TYPE_CHECKING:
    from wikiproof.report import Checked


def written(checked: list[Checked], summary: Summary) -> str:
    stream = io.StringIO()
    report = REPORTS["json"](stream)
    for each in checked:
        report.article(each)
    report.finish(summary)
    return stream.getvalue()


def parsed(checked: list[Checked], summary: Summary) -> Any:
    document = json.loads(written(checked, summary))
    validate(document)
    return document


def test_every_article_is_listed(checked: list[Checked], summary: Summary) -> None:
    articles = parsed(checked, summary)["articles"]
    assert [(a["path"], a["title"], len(a["findings"])) for a in articles] == [
        ("folder/a.txt", "Orsa bombing", 3),
        ("folder/b.txt", None, 0),
    ]


def test_finding(checked: list[Checked], summary: Summary) -> None:
    finding = parsed(checked, summary)["articles"][0]["findings"][1]
    assert finding == {
        "code": "Q01",
        "name": "fatalities",
        "severity": "warning",
        "confidence": "medium",
        "message": "the infobox says “12”, the lead says “killed 21 people”",
        "field": "Fatalities",
        "role": "deaths",
        "primary": {
            "label": "infobox: Fatalities",
            "text": "12",
            "start": {"offset": 62, "line": 5, "column": 15},
            "end": {"offset": 64, "line": 5, "column": 17},
        },
        "related": [
            {
                "label": "lead",
                "text": "killed 21 people",
                "start": {"offset": 270, "line": 8, "column": 182},
                "end": {"offset": 286, "line": 8, "column": 198},
            }
        ],
    }


def test_summary(checked: list[Checked], summary: Summary) -> None:
    assert parsed(checked, summary)["summary"] == {
        "articles": 2,
        "findings": 3,
        "errors": 1,
        "warnings": 1,
        "infos": 1,
        "unreadable": [{"path": "folder/c.txt", "reason": "there is no such file"}],
    }


def test_no_article() -> None:
    assert parsed([], Summary())["articles"] == []


def test_same_bytes(checked: list[Checked], summary: Summary) -> None:
    assert written(checked, summary) == written(checked, summary)
