"""What is asked for each kind of record, in the order of a visit; wording, help and choices come from the schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..frozen import Frozen
from ..records.care import NOT_KEPT
from ..schema.describe import describe
from .answers import faults
from .groups import GROUPS

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
            "history/allergies", "history/births", "history/devices", "screening",
        ),
        ("how", "history/care", "history/tests", "history/family", "history/work", "history/life", "note"),
    ),
    "consent": (
        ("who", "gives", "refuses", "how", "told"),
        ("withdraws", "language", "interpreter", "witness", "words", "note"),
    ),
    "assessment": (
        (
            "reason", "symptoms/0/where", "symptoms/0/now", "symptoms/0/quality", "symptoms/0/worse-with",
            "symptoms/0/better-with", "symptoms/0/pattern", "symptoms/0/stops-me", "screening", "presentation",
            "measures/rom", "measures/palpation", "measures/test", "measures/score", "impression",
        ),
        (
            "length", "who", "symptoms/0/since", "symptoms/0/onset", "symptoms/0/spreads-to", "symptoms",
            "history/diagnoses", "history/surgeries", "history/medicines", "history/allergies", "possible", "next",
            "note",
        ),
    ),
    "plan": (
        ("agreed/how", "agreed/teach-back", "agreed/confidence", "agreed/declined", "agreed/words"),
        (),
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
        ("who", "how", "change", "after", "lasted", "measures", "note"),
    ),
    "referral": (
        ("to", "ask", "urgency", "why", "done-so-far", "meanwhile", "reply-by", "shares", "how", "sent"),
        ("from", "label", "findings", "withholds", "note"),
    ),
    "discharge": (
        ("reason", "words", "goals", "measures", "homework", "adverse", "summary"),
        ("note",),
    ),
    "followup": (
        (
            "of", "what", "from", "how", "says", "teach-back", "confidence", "declined", "words", "acted", "closed",
        ),
        ("who", "found", "advice", "note"),
    ),
}  # fmt: skip
"""For each kind the keys that are always asked, at most 15, and those asked on demand. `history/x` is x in the block
`history`, `symptoms/0/x` of the first symptom; several questions of an assessment share `measures` (see `groups`)."""

MOST = 15
"""Questions that are always asked of a kind (house rule: more belong behind + or into the editor)."""

ABSENT = frozenset(NOT_KEPT)
"""Answers to `attended` that say no treatment took place."""

_ONLY_PRESENT = frozenset((
    "measures", "did", "adverse", "homework-done", "consented", "response", "taught", "start", "length", "present",
    "decision", "because",
))  # fmt: skip
"""Questions that make no sense where nobody came."""


_COLLEAGUE = ("from", "who", "how", "says", "found", "advice", "acted", "closed")
_FITS = {
    "agreed": ("how", "teach-back", "confidence", "declined", "words"),
    "declined": ("how", "declined", "words"),
    "given": ("how", "teach-back", "words"),
    "sent": ("how",),
    "acknowledged": ("from", "who", "how", "closed"),
    "answered": _COLLEAGUE,
    "acted-on": _COLLEAGUE,
}
"""What is asked of a follow-up by what became of the plan or referral: a yes of the client is from no colleague."""

_ANY_WAY = ("of", "what", "note")
_OF_A_PLAN = frozenset(("teach-back", "confidence", "declined"))
"""Questions of which only a plan makes sense."""


class Question(Frozen):
    """One question.

    Attributes:
        path: where its answer stands in the record.
        title: its label.
        description: what `?` tells.
        examples: answers as one would type them.
        choices: the only answers there are, or those beside the user's own words.
        words: whether the user's own words are an answer, too.
        parted: what stands between several items, where there may be several.
        needed: whether the record is nothing without it.
        last: the newest earlier answer, to look at.
        read: makes an answer into data, with sentences about what is wrong; None for text, choice and list.
        nth: its place among the answers of a form at the path, from 0; those not given are `no answer`.
        of: how many answers that form has.
        mine: which keys of the map at the path are this question's; None where all of it is.
        lead: lines to look at before one answers.
        tells: what is to be told at once about an answer.
        asks: further questions that a word typed here opens, before this one is put again.
        urges: said at the first Enter where nothing is answered yet; the question is put once more.
        parts_with: what is to be said before the next question, after an answer or after none.
    """

    path: Path
    title: str
    description: str
    examples: tuple[str, ...]
    choices: tuple[str, ...]
    words: bool
    parted: str
    needed: bool
    last: str | None = None
    read: Callable[[str], tuple[Any, list[str]]] | None = None
    nth: int | None = None
    of: int = 1
    mine: Callable[[str | int], bool] | None = None
    lead: tuple[str, ...] = ()
    tells: Callable[[Any], list[str]] | None = None
    asks: Callable[[str], list[Question]] | None = None
    urges: str = ""
    parts_with: Callable[[Any], list[str]] | None = None

    @property
    def name(self) -> str:
        """The path with slashes: `history/allergies`."""
        return "/".join(str(step) for step in self.path)


def questions(schemas: Schemas, kind: str, on_demand: bool = False, child: bool = False) -> list[Question]:
    """The questions of a kind that are always asked, or those asked on demand, in clinic order.

    Args:
        child: whether the client is one: then it is asked who decides for them, and at a visit who was present.
    """
    needed = [*schemas.schema(kind).get("required", []), *(["name"] if kind == "client" else [])]
    always, demanded = ASKED[kind]
    if child and kind == "client":
        always = (*always, "guardian/name", "guardian/relation")
    elif child and "present" in demanded:
        always = (always[0], "present", *always[1:])
        demanded = tuple(name for name in demanded if name != "present")
    return [_question(schemas, kind, name, name in needed) for name in (demanded if on_demand else always)]


def questions_named(schemas: Schemas, kind: str, names: tuple[str, ...]) -> list[Question]:
    """Questions of a kind that are asked only where something asks for them."""
    return [_question(schemas, kind, name, False) for name in names]


def _question(schemas: Schemas, kind: str, name: str, needed: bool) -> Question:
    group = GROUPS.get(name)
    if group:
        return Question(
            group.path, group.title, group.description, group.examples, (), True, "", needed, mine=group.mine
        )
    path: Path = tuple(int(step) if step.isdecimal() else step for step in name.split("/"))
    said = describe(schemas, kind, path)
    several = not faults(path, ["some", "more"], schemas, kind)
    choices = tuple(map(str, said.get("enum", ())))
    title = said["title"]
    if len(path) > 1 and path[0] not in (kind, "symptoms"):  # Name of whom?
        title = f"{describe(schemas, kind, path[:1])['title']}: {title.lower()}"
    return Question(
        path, title, said["description"], _examples(said.get("examples", [])), choices,
        several or not choices, ";" if several else "", needed,
    )  # fmt: skip


def _examples(given: list[Any]) -> tuple[str, ...]:
    """Examples as one would type them; what each list holds, if nothing simpler is there."""
    simple = [typed(each) for each in given if not isinstance(each, (dict, list))]
    if simple:
        return tuple(simple)
    lists = [[typed(item) for item in each if isinstance(item, str)] for each in given if isinstance(each, list)]
    return tuple("; ".join(items) for items in lists if items)[:1]


def typed(value: Any) -> str:
    """A scalar as it would be typed."""
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


def applies(question: Question, data: dict[str, Any]) -> bool:
    """Whether a question makes sense after the answers so far: nothing was done at a visit that was missed."""
    if "of" in data and "what" in data:
        return question.path[0] in (*_ANY_WAY, *_fitting(str(data["of"]), str(data["what"])))
    if question.name == "because" and "decision" not in data:
        return False
    return not (data.get("attended") in ABSENT and question.path[0] in _ONLY_PRESENT)


def _fitting(of: str, what: str) -> frozenset[str]:
    """What is asked of a follow-up by what it is of, and what became of that."""
    fits = frozenset(_FITS.get(what, ()))
    return fits - _OF_A_PLAN if "-referral" in of else fits
