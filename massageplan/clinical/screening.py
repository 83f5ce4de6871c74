"""Answers to screening questions, and what they ask for: who is sent to a doctor first, and what must wait."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from ..frozen import Frozen
from ..records.base import texts
from ..records.care import Assessment
from .places import region_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ..library.catalogue import Library
    from ..records.folder import Entry
    from ..span import Path, Span

GRAVE = ("emergency", "refer-before-treating")
"""Actions by which somebody else comes first, the gravest before the other."""

NOT_ASKED = "not asked"
_OPEN = ("yes", "unsure")
NOT_CLEARED = frozenset(("", "no", "not yet", "not", "none", "unknown", "pending", "open", "not asked", "?"))
"""What stands under `cleared:` and clears nothing: it takes who said so, and when."""
_YELLOW = "yellow-flag"

_SAID: dict[str, str] = {
    "emergency": "EMERGENCY",
    "refer-before-treating": "Refer before treating",
    "local-avoid": "Keep off the area",
    "modify-technique": "Change how you treat",
    "proceed-with-care": "Go on with care",
}
"""How each action is called when it is shown."""


class Answer(Frozen):
    """One answer to a screening question.

    Attributes:
        id: of the question in the library.
        answer: yes, no, unsure or not asked.
        words: how the client put it.
        did: what was done about it.
        cleared: who said that it is safe to go on, and when.
        denied: whether `cleared:` says in words that nobody has, such as `not yet`.
        path: keys that lead to it in the record.
    """

    id: str
    answer: str
    words: str | None
    did: str | None
    cleared: str | None
    denied: bool
    entry: Entry
    path: Path

    @property
    def span(self) -> Span:
        """Where it stands, by its question."""
        return self.entry.span(self.path, key=True)

    @property
    def is_open(self) -> bool:
        """Whether it is yes or unsure, and nobody has cleared it."""
        return self.answer in _OPEN and not self.cleared

    def settles(self, later: Answer) -> bool:
        """Whether this clearance answers a yes that is put after it.

        Records of one day stand by their kind, not by the hour, and a clearance answers a yes: so it answers one in a
        record of another kind of its own day, unless that says `cleared: not yet`. Records of one kind are numbered.
        """
        ours, theirs = self.entry, later.entry
        one_day = ours.day is not None and ours.day == theirs.day and ours.kind != theirs.kind
        same = self.id == later.id and self.answer in _OPEN and bool(self.cleared)
        return same and one_day and later.is_open and not later.denied


class Act(Frozen):
    """What the library says of a screening question.

    Attributes:
        name: a label for lists.
        kind: red-flag, contraindication, precaution or yellow-flag.
        action: what a yes asks for: one of `GRAVE`, or local-avoid, modify-technique, proceed-with-care.
        question: as it is put to a client.
        advice: what to do after a yes.
        urgency: how soon; None where that is not said.
        blocks: ids of what a yes rules out.
        area: the part of the body it is about, or general.
        verified: whether the sign was seen in one of its sources.
    """

    id: str
    name: str
    kind: str
    action: str
    question: str
    advice: str
    urgency: str | None
    blocks: tuple[str, ...]
    area: str
    verified: bool

    @property
    def is_grave(self) -> bool:
        """Whether a yes sends the client to somebody else before treatment; what slows recovery (yellow) never does."""
        return self.action in GRAVE and not self.is_yellow

    @property
    def is_yellow(self) -> bool:
        """Whether it asks for what slows recovery; that rules no technique and no exercise out."""
        return self.kind == _YELLOW

    @property
    def is_red(self) -> bool:
        """Whether it asks for a sign of serious illness."""
        return self.kind == "red-flag" or self.action == "emergency"


def answers(folder_entries: Iterable[Entry]) -> list[Answer]:
    """Every answer of every record, oldest first; a block that is one word, such as `not asked`, gives none."""
    return [answer for entry in folder_entries for answer in of_entry(entry)]


def clears(said: object) -> bool:
    """Whether what stands under `cleared:` clears: `no` and `not yet` do not."""
    return str(said or "").strip(" .").lower() not in NOT_CLEARED


def of_entry(entry: Entry) -> Iterator[Answer]:
    """The answers of one record, as they stand in it."""
    told = getattr(entry.record, "screening", None)
    for id, one in told.items() if isinstance(told, dict) else ():
        more: dict[str, Any] = one if isinstance(one, dict) else {"answer": one}
        answer = more.get("answer") or NOT_ASKED
        said = more.get("cleared")
        cleared, denied = (said, False) if clears(said) else (None, bool(said))
        yield Answer(id, answer, more.get("words"), more.get("did"), cleared, denied, entry, ("screening", id))


def standing(entries: Iterable[Entry], day: str | None = None) -> dict[str, Answer]:
    """The answer to each question that counts: the newest one, or an earlier one that it does not lift.

    `not asked` lifts nothing, and `unsure` no yes that is open.

    Args:
        day: an ISO date; later records are left out, those without a date are not.
    """
    out: dict[str, Answer] = {}
    for entry in entries:
        if day is None or entry.day is None or entry.day <= day:
            lay(out, entry)
    return out


def lay(out: dict[str, Answer], entry: Entry) -> None:
    """Put the answers of a newer record in the place of older ones; a yes is lifted by no or by a clearance only.

    A clearance stands against a yes of its own day, too (`Answer.settles`); a yes of a later day opens it again.
    """
    for answer in of_entry(entry):
        old = out.get(answer.id)
        doubted = answer.answer == "unsure" and not answer.cleared
        if old is None or not (
            answer.answer == NOT_ASKED or (doubted and old.answer == "yes" and old.is_open) or old.settles(answer)
        ):
            out[answer.id] = answer


def sore_regions(entry: Entry, library: Library) -> Iterator[tuple[int, str]]:
    """The regions where an assessment says that it hurts, each with the number of its symptom, counted from 0.

    A symptom that names no place is where its kind says: a headache in the head. Unknown places have no region, and
    records of another kind give none.
    """
    listed = entry.record.symptoms if isinstance(entry.record, Assessment) else None
    for n, symptom in enumerate(listed if isinstance(listed, tuple) else ()):
        for place in texts(symptom.where) or texts(symptom.what):
            if region := _region(library, place):
                yield n, region


@lru_cache(maxsize=1024)
def _region(library: Library, place: str) -> str | None:
    return region_of(library, None, place)


@lru_cache(maxsize=1024)
def acts(library: Library, id: str) -> Act | None:
    """What the library says of a question; None if it has none of this id, or it cannot be read."""
    item = library.item("screening", id)
    if item is None:
        return None
    data = item.data
    words: dict[str, Any] = data.get("en") or {}
    return Act(
        id,
        item.name,
        data.get("kind") or "",
        data.get("action") or "",
        words.get("question") or "",
        words.get("advice") or "",
        data.get("urgency"),
        tuple(data.get("blocks") or ()),
        data.get("area") or "",
        data.get("verified") == "true",
    )


NAMED = ("contraindication", "precaution")
"""Kinds that are asked by their names alone, in a list of the client's health."""

_AREAS = (
    "general", "head", "neck", "chest", "abdomen", "trunk", "spine", "joint", "limb", "leg", "foot", "skin",
    "pregnancy",
)  # fmt: skip
"""The order in which a person looks at the own body; other areas follow."""


def by_name(entries: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """Ids of what is asked by its name, body part by body part: paper and prompt number it alike.

    Args:
        entries: data of the screening entries by id.
    """
    kept = [id for id, entry in entries.items() if entry.get("kind") in NAMED]
    return sorted(kept, key=lambda id: (_rank(entries[id]), id))


def _rank(entry: Mapping[str, Any]) -> int:
    area = entry.get("area")
    return _AREAS.index(area) if area in _AREAS else len(_AREAS)


def open_flags(entries: Iterable[Entry], library: Library, day: str | None = None) -> list[Answer]:
    """Answers by which somebody else comes first and that nobody has cleared, the gravest first.

    They are yes or unsure. A later `no` closes one, and so does `cleared:` in the same record, on the same day or
    later; a later `unsure` leaves a yes as it is.

    Args:
        day: as in `standing`.
    """
    found = [(answer, acts(library, answer.id)) for answer in standing(entries, day).values() if answer.is_open]
    grave = [(answer, act) for answer, act in found if act is not None and act.is_grave]
    grave.sort(key=lambda each: GRAVE.index(each[1].action))
    return [answer for answer, _ in grave]


def to_ask(code: str, ids: Iterable[str]) -> str:
    """The command that puts just these questions to a client, and asks of one that is open who has cleared it."""
    return f"mplan history {code} --ask {','.join(ids)}"


def is_elsewhere(entries: Iterable[Entry], library: Library, plan: Entry) -> bool:
    """Whether somebody else came first on the day of a plan, so that it is for a referral and no more.

    Args:
        entries: the client's records, oldest first; of a plan without a day only those before it count.
    """
    known = list(entries)
    if plan.day is None:
        known = known[: known.index(plan)]
    if not any(getattr(entry.record, "screening", None) for entry in known):
        return False
    return bool(open_flags(known, library, plan.day))


def sentences(act: Act) -> list[str]:
    """What is shown at once after a yes: what to do, how soon, and whether that was read in its source."""
    out = [f"{_SAID.get(act.action, act.action)} ({act.name}): {act.advice}"]
    if act.urgency:
        out.append(f"How soon: {act.urgency}.")
    if not act.verified:
        out.append("Not verified: nobody has seen this sign in its source yet.")
    return out
