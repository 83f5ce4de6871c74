"""`mplan note`: one line becomes a session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..clinical.shorthand.note import read_note
from ..frozen import replace
from .client_sheet import lines_now
from .oneline import Way
from .words import known

if TYPE_CHECKING:
    from .recording import Work

HELP = (
    "n 6>4                pain before and after this visit",
    "lumbar flex 40>48    a figure: what was measured, before > after",
    "slr L 75 R 50        with sides: left, right",
    "did QL, lats 10 min  what was done, where, how long",
    "hw 4/7               homework done of homework asked",
    "said: ... next: ...  your own words, on to the next semicolon",
    "missed, late         whether they came",
    "The whole grammar: docs/note.md",
)
"""What `?` tells at the prompt."""

BEGIN = "One line, its pieces parted by semicolons. ? explains; Enter on an empty line gives up."
EXAMPLE = "For example: n 6>4; did QL, lats; hw 4/7; next: retest"


def way(work: Work) -> Way:
    """How a visit comes from a line."""
    words = replace(known(work.opened, work.folder), sheet=lines_now(work.folder, work.day))
    return Way(lambda line: read_note(line, words), "Visit", (BEGIN, EXAMPLE), HELP, "note")
