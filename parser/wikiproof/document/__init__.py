"""Articles as JSON documents: writing them, and checking one's own and other people's."""

from __future__ import annotations

from wikiproof.document.check import DocumentProblem, InvalidDocument, problems, validate
from wikiproof.document.write import document, dumps

__all__ = ["DocumentProblem", "InvalidDocument", "document", "dumps", "problems", "validate"]
