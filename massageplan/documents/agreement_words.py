"""Sentences of an agreement: figures with their scales, what a difference comes to, and that a plan was changed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from . import moments, plain_figures
from .reading import grade

if TYPE_CHECKING:
    from .agreement import GoalInput, Moved
    from .words import Words

_TEN = 10
_SHORT = 90
"""Characters of a reason for a change that fit a line (house value)."""

_EASY = 6
"""School year up to which a reason is easy to read (house value)."""

_OF_OTHERS = re.compile(r"\b(he|him|his|she|hers?|client|patient|pt)\b", re.IGNORECASE)
"""Words by which a sentence is about the client and not said to them."""


def figure(text: str | None, goal: GoalInput, words: Words) -> str | None:
    """A figure of a goal in words, with its scale before it where two kinds may stand in one table: `pain: 5 of 10`."""
    _ = words.gettext
    said = plain_figures.figure(text, goal.most, words)
    scales = {"pain": _("pain: {figure}", figure=said), "headache": _("headache: {figure}", figure=said)}
    return scales.get(goal.scale or "", said) if said else None


def scales(goals: tuple[GoalInput, ...], words: Words) -> tuple[str, ...]:
    """What the ends of the scales mean; named where more than one kind of goal stands there."""
    _ = words.gettext
    can, others = any(goal.can for goal in goals), any(not goal.can for goal in goals)
    out = []
    if can and others:
        out.append(_("How well I can do it: 0 is not at all, 10 is as before."))
    elif can:
        out.append(_("0 means: I can’t do it. 10 means: I can do it as before."))
    if any(goal.scale == "pain" and goal.most == _TEN for goal in goals):
        out.append(_("Pain: 0 is none, 10 is the worst."))
    return tuple(out)


def moved(given: Moved | None, words: Words) -> str | None:
    """What a difference is in the figure of its goal: "from 4 to 7 of 10 in “Lift my daughter”"."""
    if given is None:
        return None
    _ = words.gettext
    to = plain_figures.figure(given.to, given.most, words)
    if not given.start:
        return _("to {to} in “{goal}”", to=to, goal=given.goal)
    bare = given.most is not None and given.start.replace(".", "", 1).isdigit()
    start = given.start if bare else plain_figures.figure(given.start, given.most, words)
    return _("from {start} to {to} in “{goal}”", start=start, to=to, goal=given.goal)


def changed(why: str | None, day: str, words: Words) -> str | None:
    """That a plan was changed, when, and why: the reason as written, where it is short and reads as if said to them."""
    if why is None:
        return None
    _ = words.gettext
    day, why = moments.spoken(day, words), why.strip()
    if len(why) > _SHORT or "\n" in why or grade(why) > _EASY or _OF_OTHERS.search(why):
        return _("We changed our plan on {day}.", day=day)
    ended = why if why.endswith((".", "!", "?")) else f"{why}."
    return _("We changed our plan on {day}: {why}", day=day, why=ended)
