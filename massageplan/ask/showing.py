"""How a line of a draft looks while it is gone through, and what is behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import terminal
from .changing import Changing
from .explanation import dropped_but_named, without_dropped
from .parts import LISTED

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..clinical.drafting.base import Line, Reason
    from .parts import Part

HEADINGS = {
    "goals": "Goal",
    "visits": "Visits",
    "expect": "We expect",
    "techniques": "Technique",
    "homework": "Homework",
    "why": "Why it hurts",
    "advice": "Advice",
    "referrals": "Refer",
    "withheld": "Left out",
}
"""What a line of each key is called."""

SHOWN = {"visits": 3}
"""Reasons shown with a line, where it is not one: of visits the estimate, the size of the effect and a doubt."""

DROPPED = "Enter leaves it out, k takes it in again, ? tells why it was drafted, < goes back."
"""What can be typed at a line that was dropped."""


class Review(Changing):
    """What going through a draft needs.

    Attributes:
        said: a line in words.
        cite: the citation of a library source.
        own: makes what was typed into an item of a key, with sentences about what is wrong.
        keep: called after every decision, so that nothing is lost.
        adds: whether lines of one's own may be added.
    """

    said: Callable[[Line], list[str]] = lambda _: []
    cite: Callable[[str], str] = lambda id: id
    own: Callable[[str, str, Sequence[Part]], tuple[Any, list[str]]] = lambda _key, text, _parts: (text, [])
    keep: Callable[[tuple[Part, ...]], None] = lambda _: None
    adds: bool = True


def show(parts: Sequence[Part], n: int, review: Review) -> None:
    """One line with its heading, in words, and below it the first of its reasons."""
    part, key = parts[n], parts[n].line.key
    alike = [i for i, each in enumerate(parts) if each.line.key == key]
    place = f" {alike.index(n) + 1} of {len(alike)}" if key in LISTED else ""
    terminal.say()
    review.tell(f"{HEADINGS[key]}{place}", 0)
    for line in review.said(part.line):
        review.tell(line)
    _tell_dropped(parts, part, review)
    because = part.line.because
    if part.state == "dropped":
        review.hint(f"dropped{f': {part.why}' if part.why else ''}. {DROPPED}")
    elif because:
        shown = min(SHOWN.get(key, 1), len(because))
        for each in because[: shown - 1]:
            review.hint(f"because {each}")
        more = f"  (? tells {len(because) - shown} more)" if len(because) > shown else ""
        review.hint(f"because {because[shown - 1]}{more}")
    if key in LISTED and n == alike[-1] and review.adds:
        review.hint(f"+ adds {'one' if key != 'advice' else 'some'} of your own behind it")


def _tell_dropped(parts: Sequence[Part], part: Part, review: Review) -> None:
    """What the explanation names that was dropped, and how it would read without."""
    names = dropped_but_named(parts, part, review.said) if part.state != "dropped" else []
    if not names:
        return
    instead = without_dropped(parts, part, review.said)
    if instead is None:
        review.tell(f"It names what you dropped: {', '.join(names)}. Change it with c.")
        return
    review.tell(f"It names what you dropped: {', '.join(names)}. Enter takes this instead (k keeps it as it is):")
    for line in instead.split("\n"):
        review.tell(line, 6)


def tell_reasons(part: Part, review: Review) -> None:
    """Every reason, with the citation of its sources and whether it was read there."""
    if not part.line.because:
        review.tell("This line is your own; nothing was drafted for it.")
    for n, reason in enumerate(part.line.because, 1):
        review.tell(f"{n}. {reason.words}")
        for line in _behind(reason, review):
            for piece in terminal.wrapped(line, review.columns, 7):
                terminal.say(review.dim(piece))


def _behind(reason: Reason, review: Review) -> list[str]:
    place = [f"found in {reason.place.file}:{reason.place.line}"] if reason.place else []
    cited = [review.cite(id) for id in reason.sources]
    seen = {True: ["read in the source"], False: ["NOT VERIFIED: nobody has seen this in the source yet"], None: []}
    return [*place, *cited, *seen[reason.verified]]
