"""A small draft, and what going through it needs, for tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from massageplan.ask.answers import faults
from massageplan.ask.parts import Part, as_plan, parts_of
from massageplan.ask.showing import Review
from massageplan.clinical.drafting.base import Line, Reason
from massageplan.schema.gate import Schemas
from massageplan.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

FOUND = Reason("psfs/lift-crate 3", Span("clients/jd-7k2m/2026-03-02-assessment.yaml", 9))
STUDIED = Reason("est-low-back: 8 visits", None, ("cherkin-2011",), True)
GUESSED = Reason("change of 2 is above the error", None, ("house-rules",), False)

LIFT = Line("goals", {"id": "lift", "words": "Lift a crate", "measure": "psfs/lift-crate", "from": "3", "to": "8"},
            (FOUND, STUDIED, GUESSED))  # fmt: skip
VISITS = Line("visits", {"planned": "8", "often": "weekly", "length": "60 min"}, (STUDIED,))
EXPECT = Line("expect", {"by": "visit 4", "measure": "psfs/lift-crate", "change": "up 3"}, (GUESSED,))
PRESS = Line("techniques", {"use": "petrissage", "where": "both quadratus-lumborum", "length": "10 min"}, (FOUND,))
BRIDGE = Line("homework", {"do": "glute-bridge", "sets": "2", "reps": "8", "often": "3/week"}, (STUDIED,))
TILT = Line("homework", {"do": "pelvic-tilt", "reps": "10", "often": "daily"}, (FOUND,))
WHY = Line("why", "Your back is stiff.\nStiff is safe to move.", (STUDIED,))
SAY = Line("advice", {"say": "Get up each half hour."}, (FOUND,))
REFER = Line("referrals", {"to": "okafor", "why": "build trunk strength"}, (FOUND,))
ALL = (WHY, LIFT, VISITS, EXPECT, PRESS, BRIDGE, TILT, SAY, REFER)
PARTS = parts_of(ALL)


def review(schemas: Schemas, kept: list[tuple[Part, ...]] | None = None, **more: Any) -> Review:
    """A review on a terminal of 60 columns that notes what it is to keep."""

    def own(key: str, text: str, _: Sequence[Part]) -> tuple[Any, list[str]]:
        item = {**_OWN[key], _TYPED[key]: text} if key in _TYPED else text
        return item, faults((key, 0), item, schemas, "plan")

    return Review(
        schemas, lambda text: text, 60, said=lambda line: [str(line.item)], cite=lambda id: f"Citation of {id}",
        own=own, keep=(kept if kept is not None else []).append, **more,
    )  # fmt: skip


_TYPED = {"goals": "words", "homework": "words", "advice": "say", "referrals": "profession", "withheld": "what"}
_OWN: dict[str, dict[str, str]] = {
    "goals": {"id": "own"},
    "homework": {"do": "own"},
    "advice": {},
    "referrals": {},
    "withheld": {},
}


def plan_of(parts: tuple[Part, ...]) -> dict[str, Any]:
    """The plan that the parts make."""
    return as_plan(parts, {})
