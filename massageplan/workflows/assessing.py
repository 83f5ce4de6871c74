"""What an assessment asks: in clinic order, with what the library suggests for region and presentation."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Literal

from ..ask.answers import found
from ..ask.questions import questions
from ..clinical.places import region_of
from ..clinical.reference import person_of
from ..clinical.shorthand.note import read_findings, read_scores, read_symptom
from ..clinical.suggest import presentations_of, suggested
from ..frozen import replace
from . import leads, scores, screened
from .readers import last_answer, told
from .words import known

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..ask.questions import Question
    from ..clinical.suggest import Suggested
    from .recording import Work


ANYWHERE = "general"
"""The region of the library for somebody of whom no place is known: warning signs are asked all the same."""

Part = Literal["", "where", "levels", "others", "rom", "palpation", "test", "score"]


class Assessing:
    """The questions of one assessment, as they follow from the answers so far."""

    def __init__(self, work: Work, columns: int, region: str | None = None) -> None:
        """`region`: the one to begin with; else it follows from where it hurts."""
        self._work, self._columns, self._aim = work, columns, region
        self._library = work.opened.library
        self._known = known(work.opened, work.folder)
        self._plain = questions(work.opened.schemas, "assessment")
        self._more: list[Question] | None = None
        self._past = leads.past(work)
        self._person = person_of(work.folder.client, work.day)

    def __call__(self, data: dict[str, Any], on_demand: bool = False) -> list[Question]:
        """The questions as the data stands; an answer changes only later ones."""
        if on_demand and self._more is None:
            self._more = questions(self._work.opened.schemas, "assessment", on_demand=True)
        region, set_ = self._region(data), self._set(data)
        out: list[Question] = []
        for question in [*self._plain, *(self._more or () if on_demand else ())]:
            if question.name in self._work.told:
                continue
            out.extend(self._ready(question, data, region, set_))
        return out

    def _region(self, data: dict[str, Any]) -> str:
        if self._aim:
            return self._aim
        told = [found(data, ("symptoms", 0)), *self._past.symptoms]
        places = (str(place) for symptom in told for place in _places(symptom))
        regions = (region_of(self._library, self._known.words, place) for place in places)
        return next((region for region in regions if region), ANYWHERE)

    def _set(self, data: dict[str, Any]) -> Suggested:
        like = data.get("presentation")
        return suggested(self._library, self._region(data), like if isinstance(like, str) else None)

    def _ready(self, question: Question, data: dict[str, Any], region: str, set_: Suggested) -> list[Question]:
        """A question with its reader and what helps to answer it; with it, what a warning sign asks further."""
        last = last_answer(self._work.folder.entries, "assessment", question)
        question = replace(question, last=last)
        if question.name == "screening":
            return self._signs("Warning signs", self._first_signs(region), data)
        if question.name == "presentation":
            ids = presentations_of(self._library, region)
            asked = [screened.pictured(question, ids, self._library)] if ids else []
            first = self._first_signs(region)
            return [*asked, *self._signs("More warning signs", [id for id in set_.screening if id not in first], data)]
        return [self._read(question, data, set_)]

    def _first_signs(self, region: str) -> Sequence[str]:
        """Warning signs asked first: of the region, and of a presentation that was told beforehand."""
        like = self._work.told.get("presentation")
        return suggested(self._library, region, like if isinstance(like, str) else None).screening

    def _signs(self, title: str, ids: Sequence[str], data: dict[str, Any]) -> list[Question]:
        plain = next(question for question in self._plain if question.name == "screening")
        seen = screened.Seen(self._library, self._past, self._columns)
        return screened.put(replace(plain, title=title), ids, data, seen)

    def _read(self, question: Question, data: dict[str, Any], set_: Suggested) -> Question:
        name, lead = _part_of(question), leads.Lead(self._library, self._past, self._person)
        if name == "where" or name == "levels" or name == "others":
            return replace(question, read=self._reader(partial(read_symptom, part=name)), parted=";")
        if name == "rom":
            ids = lead.to_test(set_.movements)
            read = self._reader(read_findings, *self._layers(ids, set_.movements[:1]))
            shown = lead.movements(ids, self._columns)
            examples = (*self._typed(ids), *question.examples)
            return replace(question, read=read, parted=",", lead=shown, last=None, examples=examples)
        if name in ("palpation", "test"):
            read = self._reader(partial(read_findings, felt=name == "palpation"))
            lines = lead.muscles(data, set_) if name == "palpation" else lead.tests()
            return replace(question, read=read, parted=",", lead=lines, last=None)
        if name == "score":
            return self._scores(question, data, set_, lead)
        return question

    def _typed(self, ids: Sequence[str]) -> tuple[str, ...]:
        """The first movement as one would type it."""
        item = self._library.item("movement", ids[0]) if ids else None
        if item is None:
            return ()
        sides = "L 40 R 45" if item.data.get("sides") == "yes" else "40"
        return (f"{ids[0].replace('-', ' ')} {sides} hurts 4 (where it pulls)",)

    def _scores(self, question: Question, data: dict[str, Any], set_: Suggested, lead: leads.Lead) -> Question:
        ids = leads.first_here(self._past.instruments, set_.instruments, set_.instruments.__contains__)
        plain = self._reader(partial(read_scores, counts=scores.counts(self._library)))

        def read(text: str) -> tuple[Any, list[str]]:
            refused = scores.refused(self._library, self._known, text)
            value, wrong = (text, refused) if refused else plain(text)
            return value, wrong or scores.unfit(self._library, value)

        return replace(
            question, read=read, parted=",", last=None, lead=lead.scores(ids, data),
            tells=partial(scores.told, self._library),
            asks=partial(scores.asked, self._library, self._known, self._past.said),
        )  # fmt: skip

    def _layers(self, ids: Sequence[str], first: Sequence[str]) -> list[tuple[str, ...]]:
        """Addresses among which a short word is looked for, one after the other: `flex` is of the region's own joint.

        Args:
            ids: movements to test.
            first: the movement whose joint is the region's own.
        """
        here = {self._joint(id) for id in first}
        all_ = self._known.addresses
        used = tuple(a for a in all_ if not a.startswith("rom/") or self._joint(a.split("/")[1]) in here)
        own = tuple(f"rom/{id}" for id in ids if self._joint(id) in here)
        return [used, (*own, *used), (*(f"rom/{id}" for id in ids), *all_)]

    def _said(self, layer: Sequence[str], text: str) -> tuple[str, ...]:
        """Addresses of a layer without the movements of which the typed text does not name the joint."""
        typed = {word for each in text.lower().split() for word in self._spelled(each.strip(".,;:")) if len(word) > 1}
        joints = {a: a.split("/")[1].split("-")[0] for a in layer if a.startswith("rom/")}
        return tuple(a for a in layer if a not in joints or any(joints[a].startswith(word) for word in typed))

    def _spelled(self, word: str) -> tuple[str, ...]:
        return (word, *self._known.words.movements.get(word, ()))

    def _joint(self, id: str) -> str | None:
        item = self._library.item("movement", id)
        return item.data.get("region") if item else None

    def _reader(self, read: Any, *layers: tuple[str, ...]) -> Any:
        """A reader of the grammar; with layers of addresses, by the first among which all is understood."""

        def reader(text: str) -> tuple[Any, list[str]]:
            done: list[Any] = []
            own = [*layers[:-1], *(self._said(layer, text) for layer in layers[-1:])]
            for each in [replace(self._known, addresses=layer) for layer in own] or [self._known]:
                done.append(read(text, each))
                if not done[-1][1]:
                    break
            return told(text, min(done, key=lambda one: len(one[1])), self._columns)

        return reader


def _places(symptom: Any) -> list[Any]:
    """Where a symptom is, as written; its kind where no place is told: a headache is in the head."""
    if not isinstance(symptom, dict):
        return []
    where = symptom.get("where") or symptom.get("what")
    return where if isinstance(where, list) else [where] if where else []


def _part_of(question: Question) -> Part:
    """Which of the shared maps a question is about."""
    if question.mine is None:
        return ""
    if question.path == ("symptoms", 0):
        return "where" if question.mine("where") else "levels"
    if question.path == ("symptoms",):
        return "others"
    return next((name for name, key in _FAMILY if question.mine(key)), "score")


_FAMILY: tuple[tuple[Part, str], ...] = (("rom", "rom"), ("palpation", "palpation"), ("test", "test"))
