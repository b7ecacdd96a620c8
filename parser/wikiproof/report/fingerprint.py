"""What makes two findings of two runs the same: article, rule, field and values, never the line."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

from wikiproof.edit import article_name, folded, identity

if TYPE_CHECKING:
    from wikiproof.checking import Checked
    from wikiproof.finding import Finding


class Fingerprints:
    """Fingerprints of the findings of one run, no two alike: what is said twice is numbered."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def of(self, finding: Finding, checked: Checked) -> str:
        """The fingerprint of the next finding: 64 hexadecimal digits."""
        return self._digest(_same(finding, checked))

    def of_input(self, path: str) -> str:
        """The fingerprint of an input that could not be read."""
        return self._digest(path)

    def _digest(self, same: str) -> str:
        self._seen[same] += 1
        return hashlib.sha256(f"{same}\0{self._seen[same]}".encode("utf-8", "surrogatepass")).hexdigest()


def _same(finding: Finding, checked: Checked) -> str:
    same = identity(finding)
    return "\0".join((folded(article_name(checked.article)), same.code, same.field, *same.values))
