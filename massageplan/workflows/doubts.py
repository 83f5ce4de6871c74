"""What an answer gives rise to, told at once: a score off its scale, a movement no joint has, a name nothing knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .recording import judge, text_of

if TYPE_CHECKING:
    from ..findings import Finding
    from .recording import Work

AT_ONCE = frozenset((
    "score-outside-range", "movement-beyond-limits", "items-do-not-fit", "total-differs-from-items", "doubtful-value",
    "unknown-measure", "unknown-screening", "unknown-presentation", "unknown-place", "unknown-muscle",
    "unknown-technique", "unknown-exercise", "medicine-not-screened",
))  # fmt: skip
"""Findings about the answer itself; what is a gap as yet may be filled by the next one."""


_Key = tuple[str, str, str]


class Doubts:
    """Compares what the checks say of the record before and after an answer."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._known: tuple[str, frozenset[_Key]] = ("", frozenset())

    def __call__(self, before: dict[str, Any], after: dict[str, Any]) -> tuple[list[str], list[str]]:
        """Sentences that forbid the answer, and sentences about what is to be looked at again."""
        old, found = self._named(before), self._found(after)
        new = [f for f in found if _key(f) not in old]
        forbids = [_sentence(f) for f in new if f.refuses]
        if not forbids:
            self._known = (text_of(self._work, after), frozenset(map(_key, found)))
        return forbids, [f"Look again: {_sentence(f)}" for f in new if not f.refuses]

    def _named(self, data: dict[str, Any]) -> frozenset[_Key]:
        text = text_of(self._work, data)
        if self._known[0] != text:
            self._known = (text, frozenset(map(_key, self._found(data))))
        return self._known[1]

    def _found(self, data: dict[str, Any]) -> list[Finding]:
        found = judge(self._work, text_of(self._work, data), data)
        elsewhere = [f for f in found.elsewhere if f not in found.findings]  # an answer may belie an older record
        return [f for f in (*found.findings, *elsewhere) if f.name in AT_ONCE]


def _key(finding: Finding) -> _Key:
    """What tells a finding from others while the text around it grows."""
    return finding.name, finding.message, finding.span.file


def _sentence(finding: Finding) -> str:
    return finding.message + (f" ({finding.help})" if finding.help else "")
