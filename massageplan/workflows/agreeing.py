"""A signed page at a terminal: what the client said is asked, shown as it will be stored, and kept with the scan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..ask import terminal
from ..ask.prompts import put
from ..frozen import replace
from ..store import drafts
from .asking import asking_for, introduce, resumable
from .readers import prepared
from .recording import Done, Work, judge, text_of
from .signed import keep_agreement, shown

if TYPE_CHECKING:
    from ..store.drafts import Draft
    from .asking import Manner
    from .signed import Scan

KIND = "agreement"
"""How a draft of one is called: a follow-up alone would forget the page."""

_ASKED = ("teach-back", "confidence", "declined", "words")
"""What is asked; all can be skipped."""

_OFFER = "Enter keeps it and the page. Else: < goes back, n leaves it as a draft."
_SETTLE = "Something must be settled first: < goes back, n leaves it as a draft."


def by_questions(work: Work, manner: Manner, data: dict[str, Any], scan: Scan, begun: Draft | None = None) -> Done:
    """Ask what the client said, show the record, and keep it with the page.

    Args:
        data: what the options told; it stands over what a draft holds.
        begun: a draft to go on with.

    Raises:
        KeyboardInterrupt: the user stopped; the draft holds what was answered and what the options told.
    """
    data = {**((resumable(begun.text) or {}) if begun else {}), **data}
    draft = drafts.begin(work.root, work.folder.code, f"{work.day.isoformat()}-{KIND}")
    draft.keep(text_of(work, data))
    if begun:
        begun.discard()
    introduce(work, manner)
    asked = [question for question in prepared(work, manner.columns) if question.name in _ASKED]
    asking = replace(asking_for(work, manner, draft), doubts=lambda _before, _after: ([], []))
    start = 0
    while True:
        data, outcome = put(asked, data, asking, start)
        if outcome == "ended":
            return Done(None, (), draft)
        said = _decided(work, manner, data, scan)
        if said == "keep":
            done = keep_agreement(work, data, scan)
            draft.discard()
            return done
        if said == "leave":
            return Done(None, (), draft)
        start = len(asked) - 1


def _decided(work: Work, manner: Manner, data: dict[str, Any], scan: Scan) -> str:
    """Show the record, and let the therapist say what becomes of it."""
    text = shown(work, data, scan)
    manner.show(text)
    found = judge(work, text, data)
    others = [finding for finding in found.findings if finding.name != "file-missing"]  # it is kept with the record
    if others:
        manner.tell(others)
    good = not found.errors
    while True:
        for line in terminal.wrapped(_OFFER if good else _SETTLE, manner.columns, 0):
            terminal.say(line)
        said = terminal.ask()
        if said.move == "end" or said.text.casefold() in ("n", "no"):
            return "leave"
        if said.move == "back":
            return "back"
        if good and (said.move == "skip" or said.text.casefold() in ("y", "yes")):
            return "keep"
