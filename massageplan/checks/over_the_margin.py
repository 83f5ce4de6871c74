"""Something on the handout is cut off or runs over the margin.

What
----
Told when a handout is made as a PDF: a text does not fit the room it has on the page, such as a word that is wider
than its cell. A page on the screen has no margins, so `--to html` and `--to md` do not look.

Why
---
What is cut cannot be read, and what runs over the margin may not be printed. Long words are broken where they stand,
so our own templates do not come to it, and the record below prints whole today: it shows the kind of text that would
run over if they were not. A table of many columns in a template of your own can.

Wrong
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals: unknown
    homework: [{do: pelvic-tilt, reps: 10, at: on waking, how: oneverylongwordthatgoesonandonandonandonandonandon}]

Right
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals: unknown
    homework: [{do: pelvic-tilt, reps: 10, at: on waking, how: words with spaces between them}]

Source
------
House rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding

if TYPE_CHECKING:
    from .sheet import SheetCase


def check_sheet(case: SheetCase) -> Iterator[Finding]:
    """One finding for each text that does not fit, where it stands."""
    for text in case.laid.overfull if case.laid else ():
        piece = next((each for each in case.pieces if text in each.text or each.text in text), None)
        span = piece.at(text) if piece else case.top
        message = "A text of this sheet is cut or runs over the margin of the page."
        yield Finding("over-the-margin", message, span, "shorten it, or put spaces into its longest word")
