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
    whole = value if question.nth is None else [value]
    return (value, wrong) if wrong else (value, faults(question.path, whole, schemas, kind))


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
    if answer.casefold().strip(".") in _UNSAID and statements:
        return answer, [f"That may be {' or '.join(statements)}; say which."]
    if len(fits) > 1:
        return answer, [_several(fits)]
    return (fits[0] if fits else items(answer) or answer), []


_UNSAID = frozenset(("n/a", "na", "n.a", "nil", "-", "--", "not applicable", "nothing"))
"""Words that may say that there is nothing, or that nobody asked; no item of a list."""


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


def placed(data: Any, path: Path, value: Any) -> Any:
    """A copy of `data` with a value at a path; without it, where the value is None. Numbers are places in a list."""
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        listed = list(data) if isinstance(data, list) else []
        below = listed[step] if step < len(listed) else None
        put = (placed(below, rest, value) or None) if rest else value
        return [*listed[:step], *([] if put is None else [put]), *listed[step + 1 :]]
    out = dict(data) if isinstance(data, dict) else {}
    put = (placed(out.get(step), rest, value) or None) if rest else value
    if put is None:
        out.pop(step, None)
    else:
        out[step] = put
    return out


def found(data: Any, path: Path) -> Any:
    """What stands at a path; None if nothing does."""
    value = data
    for step in path:
        if isinstance(step, int):
            value = value[step] if isinstance(value, list) and step < len(value) else None
        else:
            value = value.get(step) if isinstance(value, dict) else None
    return value


NO_ANSWER = "no answer"
"""What stands for an item of a form that was asked and not answered."""


def held(question: Question, data: dict[str, Any]) -> Any:
    """The answer that stands in the data; of a map or list that several questions share, what is this one's."""
    value, mine = found(data, question.path), question.mine
    if question.nth is not None:
        given = value[question.nth] if isinstance(value, list) and question.nth < len(value) else None
        return None if given == NO_ANSWER else given
    if mine is None:
        return value
    if isinstance(value, list):
        return [each for n, each in enumerate(value) if mine(n)] or None
    return {key: each for key, each in value.items() if mine(key)} or None if isinstance(value, dict) else None


def answered(question: Question, data: dict[str, Any], value: Any) -> dict[str, Any]:
    """A copy of the data with the answer in its place; what is of other questions stays where it is.

    An answer takes the place of the one before; only where questions may be opened, what is typed is added.
    """
    there, mine = found(data, question.path), question.mine
    whole: Any = value
    if question.nth is not None:
        form = list(there) if isinstance(there, list) else []
        form += [NO_ANSWER] * (max(question.of, question.nth + 1) - len(form))
        form[question.nth] = NO_ANSWER if value is None else value
        whole = form if any(given != NO_ANSWER for given in form) else None
    elif mine is not None and (isinstance(value, list) or isinstance(there, list)):
        listed = there if isinstance(there, list) else []
        whole = [*(each for n, each in enumerate(listed) if not mine(n)), *(value or [])] or None
    elif mine is not None:
        adds = question.asks is not None and value is not None
        rest = {k: v for k, v in there.items() if adds or not mine(k)} if isinstance(there, dict) else {}
        whole = joined(rest, value or {}) or None
    out: dict[str, Any] = placed(data, question.path, whole)
    return out


def joined(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """Two maps as one, map by map below; where both have a value, that of the second."""
    out = dict(one)
    for key, value in other.items():
        mine = out.get(key)
        out[key] = joined(mine, value) if isinstance(mine, dict) and isinstance(value, dict) else value
    return out
