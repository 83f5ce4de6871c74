"""The editor opened, and opened again with what is wrong, until the text is good or given up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import NotReadable
from ..report.safe import one_line
from ..store.editor import command, open_in
from . import terminal
from .skeleton import is_empty, lines_about, told_before, with_lines, without_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..findings import Finding
    from ..store.drafts import Draft

_TOLD = 5
"""Findings told before the editor is opened again; all of them stand in the file."""


def edit(draft: Draft, text: str, judge: Callable[[str], Sequence[Finding]], resumed: bool = False) -> str | None:
    """Let the user edit a draft until nothing is wrong with it.

    Args:
        draft: where the text lies; it holds the last text whatever happens.
        text: what to begin with.
        judge: what must be settled before it may be kept.
        resumed: whether the text is somebody's work already, which may be good as it stands.

    Returns:
        The good text; None where it was given up: emptied, left as it was, or closed again with the faults in it.
    """
    words = command()
    shown, told = _resumed(text, judge) if resumed else (text, [])
    draft.keep(shown)
    while True:
        _open(words, draft, text, resumed)
        after = draft.text
        typed = without_lines(after, told)
        if typed != after:
            draft.keep(typed)
        if is_empty(typed) or (typed == text and not resumed):
            return None
        findings = list(judge(typed))
        if after == shown:
            good = not findings and resumed and terminal.here()
            return typed if good and terminal.agrees("Nothing was changed; keep it as a record?") else None
        if not findings:
            return typed
        about = lines_about(findings)
        told += about
        shown = with_lines(typed, about)
        draft.keep(shown)
        if terminal.here():
            for finding in findings[:_TOLD]:
                terminal.say(f"  {one_line(finding.message)}")
            if not terminal.agrees(f"{_many(len(findings))} to settle; open the editor again?"):
                return None


def _resumed(text: str, judge: Callable[[str], Sequence[Finding]]) -> tuple[str, list[str]]:
    """The text of a draft with what is wrong with it now at its top, and the lines that tell it."""
    typed = without_lines(text, told_before(text))
    told = lines_about(judge(typed))
    return with_lines(typed, told), told


def _open(words: list[str], draft: Draft, text: str, resumed: bool) -> None:
    """Run the editor on the draft. A file that was deleted in it is given up, like one that was emptied.

    Raises:
        NotReadable: the editor cannot be started or failed; nothing is left behind if nothing was written.
    """
    try:
        open_in(words, draft.path)
    except NotReadable:
        if not resumed and (not draft.path.exists() or draft.text == text):
            draft.discard()
        raise
    if not draft.path.exists():
        draft.keep("")


def _many(n: int) -> str:
    return f"{n} thing{'' if n == 1 else 's'}"
