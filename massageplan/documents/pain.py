"""The pain rule of the sheet: what to do at which score."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from . import plain
from .view import PainStep

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .words import Words

_SENTENCE = re.compile(r"[.;]\s+|\n")
STEPS = 3
"""Go on, go easy, stop."""

_STEP = re.compile(
    r"(?P<low>[0-9]{1,2})(?: ?(?:-|–|to|a) ?(?P<high>[0-9]{1,2})|(?P<more> or more| o más|\+))?[,:]?\s+(?P<words>\S.*)"
)


def usual(words: Words) -> tuple[PainStep, ...]:
    """The rule where the practice names none: go on to 3, with care to 5, stop from 6."""
    _ = words.gettext
    return (
        PainStep(_("{low} to {high}", low=0, high=3), _("Go on.")),
        PainStep(_("{low} to {high}", low=4, high=5), _("Go easy. Not settled in a day? Do half next time.")),
        PainStep(_("{low} to {high}", low=6, high=10), _("Stop. Do half next time, or call.")),
    )


def in_language(rule: str | Mapping[str, str] | None, language: str, home: str) -> tuple[str | None, str]:
    """A practice's rule in the reader's language, else as it is written, in English first; and which language it is in.

    Args:
        home: language of the practice, in which a rule without one is written.
    """
    if rule is None or isinstance(rule, str):
        return rule, home
    tags = (language, language.partition("-")[0], "en", *rule)
    return next(((rule[tag], tag) for tag in tags if tag in rule), (None, home))


def steps(rule: str, words: Words) -> tuple[PainStep, ...]:
    """A practice's own rule, cut into steps; a score reads as in English or Spanish.

    Args:
        rule: such as `0-3 go on. 4-5 fine if it settles. 6 or more, stop and tell me.`

    Returns:
        A step for each sentence; none where any does not begin with a score (print the rule whole then).
    """
    found = []
    for sentence in filter(None, (part.strip() for part in _SENTENCE.split(rule))):
        match = _STEP.fullmatch(sentence.removesuffix("."))
        if not match:
            return ()
        label = match["low"]
        if match["high"]:
            label = words.gettext("{low} to {high}", low=match["low"], high=match["high"])
        elif match["more"]:
            label = words.gettext("{low} or more", low=match["low"])
        found.append(PainStep(label, plain.sentence(match["words"]) + "."))
    return tuple(found)
