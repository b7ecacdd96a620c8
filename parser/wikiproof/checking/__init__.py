"""Checking an article, or an edit of one, with somebody's settings.

`wikiproof.lint` gives all findings; here some are hidden, and counted, as the settings want it.
"""

from __future__ import annotations

from wikiproof.checking.check import all_findings, check, check_claims, check_edit
from wikiproof.checking.checked import Checked, Hidden, Remark, Why

__all__ = ["Checked", "Hidden", "Remark", "Why", "all_findings", "check", "check_claims", "check_edit"]
