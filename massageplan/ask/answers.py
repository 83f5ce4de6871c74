"""From an answer as typed to the record's data, judged by the schema at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..findings import did_you_mean
from ..records.kinds import STANDING
from ..text.reader import parse
from ..text.writer import write

if TYPE_CHECKING:
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
    elif question.choices:
        value, wrong = _choice(question, answer)
    elif question.several and ";" in answer:
        value, wrong = [item.strip() for item in answer.split(";") if item.strip()], []
    else:
        value, wrong = answer, []
    return (value, wrong) if wrong else (value, _faults(question.path, value, schemas, kind))


def _choice(question: Question, answer: str) -> tuple[str, list[str]]:
    wanted = answer.casefold().replace(" ", "-")
    if wanted in question.choices or answer in question.choices:
        return (answer if answer in question.choices else wanted), []
    fits = [choice for choice in question.choices if choice.casefold().replace(" ", "-").startswith(wanted)]
    if len(fits) == 1:
        return fits[0], []
    if fits:
        return answer, [f"That may be {' or '.join(fits)}."]
    near = did_you_mean(answer, question.choices)
    return answer, [f"Not one of: {', '.join(question.choices)}." + (f" {near[0].upper()}{near[1:]}" if near else "")]


def _faults(path: Path, value: Any, schemas: Schemas, kind: str) -> list[str]:
    """What the schema says against one answer, whatever else the record may lack."""
    data = placed({} if kind in STANDING else {"date": "2000-01-01"}, path, value)
    parsed = parse("answer", write(data).encode("utf-8"))
    if parsed.document is None or parsed.findings:
        return [_sentence(finding) for finding in parsed.findings]
    if schemas.fits(kind, parsed.document.data):
        return []
    from ..schema.explain import explain

    faults = explain(schemas, kind, parsed.document)
    return [_sentence(fault.finding) for fault in faults if fault.path[: len(path)] == path]


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
