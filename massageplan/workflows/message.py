"""`mplan checkin`: a text that the client sent, from their page or by hand, becomes a check-in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..clinical.shorthand.message import Sent, read_message
from ..clinical.shorthand.note import Note
from ..frozen import replace
from .client_sheet import in_force_on, lines_now, meant
from .oneline import Way
from .words import known

if TYPE_CHECKING:
    from .recording import Work

HELP = (
    "hw 5/7 4/7; n 3; ref ...     the text of the client's page, as it came",
    "did bridge 3 of 7, pain 4    one written by hand: homework, figures",
    "said: ...  asked: ...        the client's own words, a question of theirs",
    "symptoms: tingling R calf 3  what is new",
    "The whole grammar: docs/note.md; the page: docs/client-page.md",
)
"""What `?` tells at the prompt."""

BEGIN = "Paste the client's message. Enter on an empty line: be asked one thing after the other."
HOW, WHO = "message", "client"
"""What a check-in says of a message: its channel, and that its figures are the client's own."""


def way(work: Work) -> Way:
    """How a check-in comes from a message."""
    folder, day = work.folder, work.day
    force = in_force_on(folder, day)
    words = replace(
        known(work.opened, folder),
        homework=tuple(line.name for line, _ in force[1].homework) if force else (),
        sheet=lines_now(folder, day),
    )
    sent = Sent(folder.code, lambda reference: meant(folder, day, reference))

    def read(line: str) -> Note:
        note = read_message(line, words, sent)
        return replace(note, data={"how": HOW, "who": WHO, **note.data}) if note.data else note

    return Way(read, "Check-in", (BEGIN,), HELP, "said", "; ")
