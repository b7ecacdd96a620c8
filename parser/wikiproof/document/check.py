"""Documents against their schemas, and in plain English what is wrong with them.

jsonschema-rs says whether a document is valid, jsonschema why it is not: only the second is slow.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

from wikiproof import data
from wikiproof.document.sentence import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    import jsonschema_rs
    from jsonschema.exceptions import ValidationError
    from jsonschema.protocols import Validator

_SHARED = ("article", "report", "value")  # the schemas that others refer to


class InvalidDocument(ValueError):  # noqa: N818
    """A document that its schema does not allow; says where and why."""


@dataclass(frozen=True, slots=True)
class DocumentProblem:
    """One thing wrong with a document: its JSON path, and what is wrong; path and message make a sentence.

    `keys` is the path step by step.
    """

    path: str
    message: str
    keys: tuple[str | int, ...] = ()

    def __str__(self) -> str:
        return f"{self.path} {self.message}"


def validate(document: Any) -> None:
    """Raise InvalidDocument, saying what is wrong first, unless this is a valid article, report or line of one."""
    for problem in problems(document):
        raise InvalidDocument(str(problem))


def problems(document: Any, shape: str | None = None) -> Iterator[DocumentProblem]:
    """All that is wrong with a document; nothing with a valid one.

    `shape` names the schema; without it, it is an article, a report or a line of one by what it holds.
    """
    shape = shape or _shape(document)
    if _judge(shape).is_valid(document):
        return
    try:
        causes = [cause for error in _explainer(shape).iter_errors(document) for cause in _causes(error)]
    except RecursionError:
        yield DocumentProblem("$", "is nested too deeply to say what is wrong with it")
    else:
        yield from dict.fromkeys(
            DocumentProblem(cause.json_path, sentence(cause), tuple(cause.absolute_path)) for cause in causes
        )


def _shape(document: Any) -> str:
    """Which schema a document is meant to follow."""
    if not isinstance(document, dict):
        return "article"
    if "articles" in document:
        return "report"
    return "report-line" if "findings" in document or "reason" in document else "article"


def _causes(error: ValidationError) -> Iterator[ValidationError]:
    """The error itself, or what makes it one in the alternative that was meant."""
    meant = _meant(error)
    if meant:
        for each in meant:
            yield from _causes(each)
    else:
        yield error


def _meant(error: ValidationError) -> list[ValidationError]:
    """The errors of the alternative that the value was meant to be; none where that cannot be told."""
    by_alternative = groupby(error.context or (), key=lambda each: each.schema_path[0])
    alternatives = [list(errors) for _, errors in by_alternative]
    of_its_type = [errors for errors in alternatives if not any(map(_of_other_type, errors))]
    if len(of_its_type) <= 1:
        return next(iter(of_its_type or alternatives), [])
    of_its_kind = (errors for errors in of_its_type if not any(map(_of_other_kind, errors)))
    return max(of_its_kind, key=_depth, default=[])


def _of_other_type(error: ValidationError) -> bool:
    return error.validator == "type" and not error.relative_path


def _of_other_kind(error: ValidationError) -> bool:
    lacks_kind = isinstance(error.instance, dict) and "kind" not in error.instance
    return list(error.relative_path) == ["kind"] or (lacks_kind and not error.relative_path)


def _depth(errors: list[ValidationError]) -> int:
    return max(len(each.relative_path) for each in errors)


@cache
def _judge(shape: str) -> jsonschema_rs.Validator:
    import jsonschema_rs

    schemas = [data.schema(f"{name}.schema.json") for name in _SHARED]
    registry = jsonschema_rs.Registry([(schema["$id"], schema) for schema in schemas])
    return jsonschema_rs.validator_for(data.schema(f"{shape}.schema.json"), registry=registry)


@cache
def _explainer(shape: str) -> Validator:
    from jsonschema import Draft202012Validator
    from referencing import Registry
    from referencing.jsonschema import DRAFT202012

    resources = [DRAFT202012.create_resource(data.schema(f"{name}.schema.json")) for name in _SHARED]
    registry: Registry[Any] = resources @ Registry()
    return Draft202012Validator(data.schema(f"{shape}.schema.json"), registry=registry)
