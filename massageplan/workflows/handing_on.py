"""Answers of a referral and of a discharge: whom is meant, which goals were reached, which homework goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..ask.answers import begun, items
from ..clinical.course import courses, in_force
from ..frozen import replace
from ..schema.describe import describe

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from ..ask.questions import Question
    from ..clinical.course import InForce
    from .recording import Work

    Reader = Callable[[str], tuple[Any, list[str]]]

_ENDS = ("because", "weeks", "stop", "goal")
"""Keys of a line of homework that say nothing once care has ended."""


def readers(work: Work) -> dict[str, Reader]:
    """How the answers of a referral or a discharge are understood that are more than a text."""
    if work.kind == "referral":
        people = people_of(work)
        return dict.fromkeys(("to", "from"), lambda text: person(text, people))
    lines = _lines(work)
    said = describe(work.opened.schemas, "discharge", ("goals", "any"))
    outcomes = tuple(map(str, said.get("enum", ())))
    return {"goals": lambda text: goals(text, _goals(work), outcomes), "homework": lambda text: going_on(text, lines)}


def with_choices(question: Question, work: Work) -> Question:
    """The question with what can be meant beside it."""
    if question.name in ("to", "from"):
        return replace(question, choices=tuple(people_of(work)), words=False)
    if question.name == "goals":
        first = (*_goals(work), "lift")[0]
        return replace(question, lead=_named("goals", _goals(work)), examples=(f"{first} met",), parted=";")
    lines = _lines(work)
    return replace(question, lead=_named("homework", lines), examples=("none", *lines)[:2], parted=";")


def meant(text: str, people: Mapping[str, str]) -> list[str]:
    """The ids of those of whom an id, a name or the beginning of one may be meant."""
    return begun(text, tuple(people)) or [id for id, name in people.items() if text.casefold() in name.casefold()]


def which(fits: Sequence[str]) -> str:
    """What is said where several may be meant."""
    return f"That may be {' or '.join(fits)}; type a little more of it."


def person(text: str, people: Mapping[str, str]) -> tuple[str, list[str]]:
    """Somebody of network.yaml by id, name or the beginning of one."""
    fits = meant(text, people)
    if len(fits) == 1:
        return fits[0], []
    if fits:
        return text, [which(fits)]
    known = f"Not one of: {', '.join(people)}." if people else "Nobody is in network.yaml yet."
    return text, [f"{known} Who is not there is added to network.yaml first: id, name and profession."]


def goals(text: str, known: tuple[str, ...], outcomes: tuple[str, ...]) -> tuple[Any, list[str]]:
    """What became of goals, between semicolons: `lift met; sleep part`."""
    out: dict[str, str] = {}
    for item in items(text):
        name, _, said = item.partition(" ")
        fits, states = begun(name.rstrip(":"), known), begun(said.strip() or "?", outcomes)
        if len(fits) != 1:
            listed = f"the goals are {', '.join(known)}" if known else "the plan has no goals"
            return text, [f"Begin with a goal; {listed}."]
        if len(states) != 1:
            return text, [f"Say what became of {fits[0]}: {', '.join(outcomes)}."]
        out[fits[0]] = states[0]
    return out or text, [] if out else ["Say a goal and what became of it: lift met."]


def going_on(text: str, lines: Mapping[str, dict[str, Any]]) -> tuple[Any, list[str]]:
    """Homework that goes on, by the names of its lines in force; `none` ends all of it."""
    if text.casefold() == "none":
        return "none", []
    out = []
    for item in items(text):
        fits = begun(item, tuple(lines))
        if len(fits) != 1:
            listed = f"the lines are {', '.join(lines)}" if lines else "no homework is in force"
            return text, [f"Name what goes on, or say none; {listed}."]
        out.append(lines[fits[0]])
    return out, [] if out else ["Name what goes on, or say none."]


def _named(what: str, names: Any) -> tuple[str, ...]:
    return (f"{what}: {', '.join(names)}",) if names else ()


def people_of(work: Work) -> dict[str, str]:
    """The names of the professionals who can be referred to, by id; who is gone is left out."""
    network = work.opened.house.network
    return {each.id: each.name or each.id for each in (network.people if network else ()) if not each.gone}


def _force(work: Work) -> InForce | None:
    known = courses(work.folder)
    return in_force(known[-1], work.day.isoformat()) if known else None


def _goals(work: Work) -> tuple[str, ...]:
    force = _force(work)
    return tuple(goal.id for goal in force.goals if goal.id) if force else ()


def _lines(work: Work) -> dict[str, dict[str, Any]]:
    """Lines of homework in force as they are written, by name, without what ends with care."""
    force = _force(work)
    out = {}
    for line, entry in force.homework if force else ():
        listed = entry.document.data.get("homework") if isinstance(entry.document.data, dict) else None
        for each in listed if isinstance(listed, list) else ():
            if isinstance(each, dict) and line.name == (each.get("id") or each.get("do")):
                out[line.name] = {key: value for key, value in each.items() if key not in _ENDS}
    return out
