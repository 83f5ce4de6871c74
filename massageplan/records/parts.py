"""Maps that stand in several kinds of record."""

from __future__ import annotations

from typing import Any

from .base import Measures, Part, Text, Texts

Reading = str | dict[str, Any] | tuple[Any, ...] | None
"""A figure as written: one scalar, a list of repeat readings, or a map with facets."""

Length = str | dict[str, str] | None
"""A duration, or its parts by name."""


class Symptom(Part, frozen=True, kw_only=True):
    """What the client feels. Without `what` it is pain; without `id` its name is its first place."""

    what: Text = None
    id: Text = None
    where: Texts = None
    now: Reading = None
    worst: Reading = None
    least: Reading = None
    usual: Reading = None
    rest: Reading = None
    moving: Reading = None
    night: Reading = None
    lasts: Reading = None
    often: Reading = None
    wakes: Reading = None
    scale: Text = None
    quality: Texts = None
    since: Reading = None
    onset: Text = None
    pattern: Text = None
    worse_with: Texts = None
    better_with: Texts = None
    stops_me: Texts = None
    spreads_to: Texts = None
    found: Text = None
    words: Text = None
    note: Text = None


class Use(Part, frozen=True, kw_only=True):
    """A technique as used or planned, in its long form."""

    use: str
    where: Texts = None
    sets: Text = None
    reps: Text = None
    hold: Text = None
    rest: Text = None
    length: Text = None
    load: Text = None
    with_: Texts = None
    amount: Text = None
    pressure: Text = None
    grade: Text = None
    each: Text = None
    settings: dict[str, Any] | None = None
    how: Text = None
    goal: Text = None
    because: Texts = None
    who: Text = None
    weeks: Text = None
    from_: Text = None
    until: Text = None
    response: Text = None
    words: Text = None
    note: Text = None


class Homework(Part, frozen=True, kw_only=True):
    """One line of homework: an exercise or habit with its dose, its weeks and its place in the day."""

    do: str
    id: Text = None
    words: Text = None
    goal: Text = None
    where: Texts = None
    sets: Text = None
    reps: Text = None
    hold: Text = None
    rest: Text = None
    length: Text = None
    load: Text = None
    with_: Texts = None
    amount: Text = None
    pressure: Text = None
    grade: Text = None
    each: Text = None
    settings: dict[str, Any] | None = None
    often: Text = None
    days: Texts = None
    weeks: Text = None
    from_: Text = None
    until: Text = None
    at: Texts = None
    who: Text = None
    how: Text = None
    progress: Texts = None
    stop_if: Texts = None
    stop: Text = None
    because: Texts = None
    source: Text = None
    printed: Text = None
    note: Text = None

    @property
    def name(self) -> str:
        """The id by which later records replace or end this line."""
        return self.id or self.do


class Goal(Part, frozen=True, kw_only=True):
    """A goal in the client's words, with the figure that shows it where there is one."""

    id: str
    words: Text = None
    owner: Text = None
    measure: Texts = None
    side: Text = None
    from_: Text = None
    to: Text = None
    by: Text = None
    levels: dict[str, Any] | None = None
    because: Texts = None
    dropped: Text = None
    note: Text = None


class Visits(Part, frozen=True, kw_only=True):
    """How many visits are planned, how often and how long."""

    planned: Text = None
    often: Text = None
    length: Length = None
    over: Text = None
    weeks: Text = None
    reassess: Texts = None
    because: Texts = None
    note: Text = None


class Adverse(Part, frozen=True, kw_only=True):
    """An unwanted effect, what it is laid to and what became of it."""

    what: Text = None
    when: Text = None
    after: Text = None
    from_: Text = None
    severity: Text = None
    where: Texts = None
    lasted: Text = None
    settled: Text = None
    did: Text = None
    note: Text = None


class Happening(Part, frozen=True, kw_only=True):
    """One line of history: a diagnosis, an operation, a medicine, and so on."""

    what: Text = None
    id: Text = None
    when: Text = None
    since: Reading = None
    until: Text = None
    where: Texts = None
    who: Text = None
    code: Texts = None
    confirmed: Text = None
    dose: Text = None
    often: Text = None
    for_: Text = None
    change: Text = None
    helped: Text = None
    words: Text = None
    also: tuple[dict[str, Any], ...] | None = None
    source: Text = None
    note: Text = None
    details: dict[str, Any] | None = None


class ConsentItem(Part, frozen=True, kw_only=True):
    """One thing agreed to, refused or withdrawn."""

    for_: Text = None
    areas: Texts = None
    to: Text = None
    shares: Texts = None
    covers: Text = None
    until: Text = None
    limits: Text = None
    words: Text = None


class AdviceItem(Part, frozen=True, kw_only=True):
    """A habit or explanation with its reason; `do` and `sign` name what it is about in the library."""

    say: str
    do: Text = None
    sign: Text = None
    because: Texts = None


class Expect(Part, frozen=True, kw_only=True):
    """By when a difference should be felt, and how large."""

    by: Text = None
    measure: Texts = None
    change: Text = None
    to: Text = None
    words: Text = None
    because: Texts = None


class Phase(Part, frozen=True, kw_only=True):
    """A named stretch of the course."""

    id: Text = None
    words: Text = None
    weeks: Text = None
    from_: Text = None
    until: Text = None
    treated: Text = None


class Track(Part, frozen=True, kw_only=True):
    """What is measured between visits."""

    measure: Texts = None
    often: Text = None
    at: Texts = None
    how: Text = None
    who: Text = None
    method: Text = None
    scale: Text = None
    weeks: Text = None
    note: Text = None


class ToWhom(Part, frozen=True, kw_only=True):
    """A referral meant or made, inside a plan or a discharge."""

    to: Text = None
    profession: Text = None
    why: Text = None
    because: Texts = None


class Withheld(Part, frozen=True, kw_only=True):
    """What is left out by judgement, or must not be done."""

    what: Text = None
    why: Text = None
    where: Texts = None
    until: Text = None
    because: Texts = None


class Product(Part, frozen=True, kw_only=True):
    """Oil, tape or the like."""

    what: Text = None
    dilution: Text = None
    lot: Text = None
    note: Text = None


class Later(Part, frozen=True, kw_only=True):
    """What is agreed for after the end of care."""

    when: Text = None
    how: Text = None
    what: Text = None


class Change(Part, frozen=True, kw_only=True):
    """One correction of an amendment."""

    at: Text = None
    was: Any = None
    is_: Any = None


History = str | dict[str, str | tuple[str | Happening, ...] | None] | None
Screening = str | dict[str, str | dict[str, Any] | None] | None
HomeworkDone = str | dict[str, str | dict[str, Any] | None] | None
Advice = str | tuple[str | AdviceItem, ...] | None
Uses = str | tuple[str | Use, ...] | None
Symptoms = str | tuple[Symptom, ...] | None
Adverses = str | tuple[Adverse, ...] | None
Consents = str | tuple[str | ConsentItem, ...] | None
Diary = dict[str, Measures] | None
