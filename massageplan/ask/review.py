"""A draft gone through line by line: each line is kept, changed or dropped, and its reasons are told."""

from __future__ import annotations

from typing import Any, Literal

from ..clinical.drafting.base import Line
from ..frozen import replace
from ..schema.describe import describe
from . import terminal
from .answers import begun, items
from .changing import change, faults_of_line
from .explanation import without_dropped
from .parts import LISTED, ORDER, TAKEN_OUT, Part, changed
from .showing import DROPPED, Review, show, tell_reasons

Outcome = Literal["done", "ended"]
Parts = tuple[Part, ...]

SIGNS = "Enter keeps a line, c changes it, d drops it, ? tells why, < goes back, + adds one of your own. "
"""What can be typed at a line."""

STOPS = "Ctrl-C stops and keeps what you have gone through."

ADDED = {"goal": "goals", "technique": "techniques", "homework": "homework", "advice": "advice",
         "referral": "referrals", "left out": "withheld"}  # fmt: skip
"""What one may add, by the word that is typed."""

_ASKS = {
    "goals": "The goal in the client's words",
    "techniques": "Technique, place and time, such as: petrissage right gluteus-medius 10 min",
    "homework": "Exercise: its name or id in the library, or words of your own",
    "advice": "The advice, as you would say it",
    "referrals": "To whom: a person of your network, or a profession",
    "withheld": "What is left out on purpose",
}
_AT = "When in the day? (Enter skips)"


def go_through(parts: Parts, review: Review, start: int = 0) -> tuple[Parts, Outcome]:
    """Go through the lines from one on; gives them with what became of each, and whether the end was reached.

    Args:
        start: the line to begin with; past the last it is only asked what to add.
    """
    n = start
    while True:
        if n >= len(parts):
            at, parts, outcome = _more(parts, review)
            if outcome is not None:
                return parts, outcome
            n = at
            continue
        show(parts, n, review)
        said = terminal.ask()
        if said.move == "end":
            return parts, "ended"
        if said.move == "back":
            n = _before(n, review)
        elif said.move == "help":
            tell_reasons(parts[n], review)
        else:
            after, step = _decided(parts, n, said.text.casefold(), review)
            if after != parts:
                review.keep(after)
            if step is None:
                return after, "ended"
            parts, n = after, n + step


def _before(n: int, review: Review) -> int:
    if n == 0:
        review.tell("this is the first one")
    return max(0, n - 1)


def _decided(parts: Parts, n: int, typed: str, review: Review) -> tuple[Parts, int | None]:
    """The parts after a word typed at one of them, and how far to go on; None where the terminal was closed."""
    part = parts[n]
    dropped = part.state == "dropped"
    if typed in ("", "k") and (typed or not dropped):
        return _kept(parts, n, review, as_it_is=typed == "k")
    if typed == "":
        return parts, 1
    if typed == "d":
        return _dropped(parts, n, review)
    if typed == "c" and not dropped:
        item, there = change(part.line.key, part.line.item, review)
        return _put(parts, n, changed(part, item)), 0 if there else None
    if typed == "+" and part.line.key in LISTED and review.adds:
        return _added(parts, part.line.key, review)
    if typed == "+":
        review.tell("Nothing can be added here." if review.adds else "While a sign is open there is no more to plan.")
    else:
        review.tell(DROPPED if dropped else f"{SIGNS}{STOPS}")
    return parts, 0


def _put(parts: Parts, n: int, part: Part) -> Parts:
    return (*parts[:n], part, *parts[n + 1 :])


def _kept(parts: Parts, n: int, review: Review, as_it_is: bool) -> tuple[Parts, int | None]:
    """A line that is kept; of homework it is asked when in the day.

    Args:
        as_it_is: whether an explanation stays though it names what was dropped.
    """
    part = replace(parts[n], state="kept", why=None)
    instead = None if as_it_is else without_dropped(parts, part, review.said)
    if instead is not None:
        part = changed(part, instead)
    item = part.line.item
    if part.line.key != "homework" or not isinstance(item, dict) or "at" in item or parts[n].state == "kept":
        return _put(parts, n, part), 1
    at, step = _asked_at(review)
    if at is not None:
        part = replace(part, line=replace(part.line, item={**item, "at": at}))
    return (parts, step) if step != 1 else (_put(parts, n, part), 1)


def _asked_at(review: Review) -> tuple[Any, int | None]:
    """When in the day; with how far to go on."""
    while True:
        review.tell(_AT, 2)
        said = terminal.ask()
        if said.move in ("skip", "back", "end"):
            return None, {"skip": 1, "back": 0}.get(said.move)
        if said.move == "help":
            about = describe(review.schemas, "plan", ("homework", 0, "at"))
            review.tell(f"{about['description']} For example: {about['examples'][0]}. Several: put ; between them.")
            continue
        listed = items(said.text)
        at = listed if len(listed) > 1 else said.text
        wrong = _too_short(said.text) or faults_of_line("homework", {"do": "x", "at": at}, review.schemas)
        if not wrong:
            return at, 1
        for sentence in wrong:
            review.tell(sentence)


def _too_short(typed: str) -> list[str]:
    """One letter is a key that was meant for the line itself."""
    return [] if len(typed) > 1 else ["One letter is no answer here; < goes back to the line, Enter goes on."]


def _wrong_why(why: str, review: Review) -> list[str]:
    return _too_short(why) or faults_of_line("withheld", {"what": "x", "why": why}, review.schemas)


def _dropped(parts: Parts, n: int, review: Review) -> tuple[Parts, int | None]:
    """A line that is dropped, with the reason if there is one."""
    key = parts[n].line.key
    kept = "It will stand under what you left out." if key in TAKEN_OUT else "It will stand in your note."
    while True:
        review.tell("Why? (Enter leaves it open)", 2)
        said = terminal.ask()
        if said.move == "help":
            review.tell(f"{kept} Without a reason the line is just not there.")
            continue
        if said.move == "back":
            return parts, 0
        if said.move == "end":
            return parts, None
        why = said.text or None
        wrong = _wrong_why(why, review) if why else []
        if not wrong:
            return _put(parts, n, replace(parts[n], state="dropped", why=why)), 1
        for sentence in wrong:
            review.tell(sentence)


def _added(parts: Parts, key: str, review: Review) -> tuple[Parts, int | None]:
    """A line of one's own behind the others of its key; it is put in its turn."""
    while True:
        review.tell(f"{_ASKS[key]} (Enter for none)", 2)
        said = terminal.ask()
        if said.move in ("skip", "back"):
            return parts, 0
        if said.move == "end":
            return parts, None
        if said.move == "help":
            review.tell(describe(review.schemas, "plan", (key,))["description"])
            continue
        item, wrong = review.own(key, said.text, parts)
        if not wrong:
            break
        for sentence in wrong:
            review.refuse(sentence)
    at = next((i for i, p in enumerate(parts) if ORDER.index(p.line.key) > ORDER.index(key)), len(parts))
    review.tell("added; it comes in its turn")
    return (*parts[:at], Part(Line(key, item, ())), *parts[at:]), 0


def _more(parts: Parts, review: Review) -> tuple[int, Parts, Outcome | None]:
    """Behind the last line: anything to add? Gives where to go on, the parts, and how it ended if it did."""
    while review.adds:
        terminal.say()
        review.tell(f"Anything to add? {', '.join(ADDED)}; Enter for nothing", 0)
        said = terminal.ask()
        if said.move == "end":
            return len(parts), parts, "ended"
        if said.move == "back" and parts:
            return len(parts) - 1, parts, None
        if said.move == "back":
            review.tell("There is no line to go back to: none is left of the draft.")
            continue
        if said.move == "skip":
            break
        fits = begun(said.text, tuple(ADDED)) if said.text else []
        if len(fits) != 1:
            review.tell(f"One of: {', '.join(ADDED)}; or Enter to go on.")
            continue
        after, step = _added(parts, ADDED[fits[0]], review)
        if step is None:
            return len(parts), after, "ended"
        if after != parts:
            review.keep(after)
            return next(n for n, part in enumerate(after) if part.state == "open"), after, None
    return len(parts), parts, "done"
