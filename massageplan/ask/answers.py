"""From an answer as typed to the record's data, judged by the schema at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..findings import did_you_mean
from ..records.kinds import STANDING
from ..text.reader import parse
from ..text.writer import write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..findings import Finding
    from ..schema.gate import Schemas
    from ..span import Path
    from .questions import Question


def understand(question: Question, answer: str, schemas: Schemas, kind: str) -> tuple[Any, list[str]]:
    """The data an answer stands for, and what is wrong with it, one sentence each.

    Args:
        answer: as typed, without blanks around it; not empty.
    """
    if question.read is not None:
        value, wrong = question.read(answer)
    elif question.choices and question.parted:
        value, wrong = statement_or_items(answer, question.choices)
    elif question.choices:
        value, wrong = choice(answer, question.choices)
    elif question.parted and question.parted in answer:
        value, wrong = items(answer) or answer, []
    else:
        value, wrong = answer, []
    return (value, wrong) if wrong else (value, faults(question.path, value, schemas, kind))


def items(answer: str) -> list[str]:
    """What stands between semicolons."""
    return [item.strip() for item in answer.split(";") if item.strip()]


def choice(answer: str, choices: Sequence[str]) -> tuple[str, list[str]]:
    """The choice that is meant: written out in any case, or begun so that no other is begun alike."""
    fits = begun(answer, choices)
    if len(fits) == 1:
        return fits[0], []
    if fits:
        return answer, [_several(fits)]
    near = did_you_mean(answer.casefold(), choices)
    return answer, [f"Not one of: {', '.join(choices)}." + (f" {near[0].upper()}{near[1:]}" if near else "")]


def statement_or_items(answer: str, statements: Sequence[str]) -> tuple[Any, list[str]]:
    """One of a few statements such as `none`, or else a list of the user's own items between semicolons."""
    fits = begun(answer, statements)
    if len(fits) > 1:
        return answer, [_several(fits)]
    return (fits[0] if fits else items(answer) or answer), []


def begun(answer: str, choices: Sequence[str]) -> list[str]:
    """The choice that is written out, else all that begin so."""
    wanted = _alike(answer)
    exact = [each for each in choices if _alike(each) == wanted]
    return exact or [each for each in choices if _alike(each).startswith(wanted)]


def _alike(word: str) -> str:
    return word.casefold().replace(" ", "-")


def _several(fits: Sequence[str]) -> str:
    return f"That may be {' or '.join(fits)}; type a little more of it."


def faults(path: Path, value: Any, schemas: Schemas, kind: str) -> list[str]:
    """What the schema says against one answer, whatever else the record may lack."""
    data = placed({} if kind in STANDING else {"date": "2000-01-01"}, path, value)
    parsed = parse("answer", write(data).encode("utf-8"))
    if parsed.document is None or parsed.findings:
        return [_sentence(finding) for finding in parsed.findings]
    if schemas.fits(kind, parsed.document.data):
        return []
    from ..schema.explain import explain

    found = explain(schemas, kind, parsed.document)
    return [_sentence(fault.finding) for fault in found if fault.path[: len(path)] == path]


def _sentence(finding: Finding) -> str:
    return finding.message + (f" ({finding.help})" if finding.help else "")


def placed(data: dict[str, Any], path: Path, value: Any) -> dict[str, Any]:
    """A copy of `data` with a value at a path; without it, where the value is None."""
    key, rest = str(path[0]), path[1:]
    out = dict(data)
    if rest:
        below = out.get(key)
        value = placed(below if isinstance(below, dict) else {}, rest, value) or None
    if value is None:
        out.pop(key, None)
    else:
        out[key] = value
    return out


def found(data: dict[str, Any], path: Path) -> Any:
    """What stands at a path; None if nothing does."""
    value: Any = data
    for step in path:
        value = value.get(step) if isinstance(value, dict) else None
    return value
