"""What is asked for each kind of record, in the order of a visit; wording, help and choices come from the schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..frozen import Frozen
from ..schema.describe import describe

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..schema.gate import Schemas
    from ..span import Path

Reader = "Callable[[str], tuple[Any, list[str]]]"

ASKED: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "client": (
        ("name", "called", "born", "phone", "alerts"),
        ("sex", "pronouns", "email", "emergency", "occupation", "activities", "equipment", "referred-by"),
    ),
    "history": (
        (
            "history/diagnoses", "history/surgeries", "history/injuries", "history/illnesses", "history/medicines",
            "history/allergies", "history/births", "history/devices",
        ),
        ("history/care", "history/tests", "history/family", "history/work", "history/life", "how", "note"),
    ),
    "consent": (
        ("who", "gives", "refuses", "how", "told"),
        ("withdraws", "language", "interpreter", "witness", "words", "note"),
    ),
    "session": (
        ("attended", "said", "measures", "did", "adverse", "homework-done", "next"),
        ("start", "length", "present", "history", "consented", "response", "taught", "note"),
    ),
    "checkin": (
        ("how", "said", "measures", "homework-done", "adverse", "next"),
        ("who", "asked", "answered", "note"),
    ),
    "event": (
        ("what", "words", "where", "severity", "did"),
        ("who", "how", "after", "change", "lasted", "measures", "note"),
    ),
}  # fmt: skip
"""For each kind the keys that are always asked, and those asked on demand: at most 15 in all. `history/x` is x in
the block `history`."""

MOST = 15
"""Questions a kind may have (house rule: more belong into the editor)."""

ABSENT = frozenset(("missed", "cancelled", "cancelled-late", "we-cancelled"))
"""Answers to `attended` that say no treatment took place."""

_ONLY_TREATED = frozenset(("measures", "did", "adverse", "homework-done", "consented", "response"))


class Question(Frozen):
    """One question.

    Attributes:
        path: where its answer stands in the record.
        title: its label.
        description: what `?` tells.
        examples: answers as one would type them.
        choices: the only answers there are, where that is so.
        several: whether the answer may be a list, its items parted by semicolons.
        needed: whether the record is nothing without it.
        last: the newest earlier answer, to look at.
        read: makes an answer into data, with sentences about what is wrong; None for text, choice and list.
    """

    path: Path
    title: str
    description: str
    examples: tuple[str, ...]
    choices: tuple[str, ...]
    several: bool
    needed: bool
    last: str | None = None
    read: Callable[[str], tuple[Any, list[str]]] | None = None

    @property
    def name(self) -> str:
        """The path with slashes: `history/allergies`."""
        return "/".join(str(step) for step in self.path)


def questions(schemas: Schemas, kind: str, on_demand: bool = False, child: bool = False) -> list[Question]:
    """The questions of a kind that are always asked, or those asked on demand, in clinic order.

    Args:
        child: whether the client is one: then it is always asked who was present.
    """
    needed = [*schemas.schema(kind).get("required", []), *(["name"] if kind == "client" else [])]
    always, demanded = ASKED[kind]
    if child and "present" in demanded:
        always = (always[0], "present", *always[1:])
        demanded = tuple(name for name in demanded if name != "present")
    return [_question(schemas, kind, name, name in needed) for name in (demanded if on_demand else always)]


def _question(schemas: Schemas, kind: str, name: str, needed: bool) -> Question:
    path: Path = tuple(name.split("/"))
    said = describe(schemas, kind, path)
    examples = tuple(typed(e) for e in said.get("examples", []) if not isinstance(e, (dict, list)))
    several = any(isinstance(e, list) for e in said.get("examples", []))
    if several and not examples:
        first = next(e for e in said["examples"] if isinstance(e, list))
        flat = [typed(item) for item in first if not isinstance(item, (dict, list))]
        examples = ("; ".join(flat),) if flat else ()
    return Question(
        path, said["title"], said["description"], examples, tuple(map(str, said.get("enum", ()))), several, needed
    )


def typed(value: Any) -> str:
    """A scalar as it would be typed."""
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


def applies(question: Question, data: dict[str, Any]) -> bool:
    """Whether a question makes sense after the answers so far: nothing was done at a visit that was missed."""
    return not (data.get("attended") in ABSENT and question.path[0] in _ONLY_TREATED)
