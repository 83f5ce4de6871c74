"""`mplan edit`: a record corrected in place; the good one stays until the new one is good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..ask.editor import edit
from ..errors import NotReadable
from ..findings import Finding
from ..frozen import Frozen
from ..store import drafts
from ..store.changes import Changes
from ..store.editor import command
from .editing import given_up
from .examine import Examined, examine
from .keep import Written
from .load import load_folder
from .recording import Done, as_bytes

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from ..store.drafts import Draft
    from .find import Named
    from .load import Opened
    from .me import Me


class Correction(Frozen):
    """A record being corrected.

    Attributes:
        seen: its bytes as they were read; if they change meanwhile, nothing is written.
    """

    opened: Opened
    named: Named
    seen: bytes
    me: Me
    today: date
    waiting: Callable[[], None] = lambda: None

    @property
    def text(self) -> str:
        """The record as it is."""
        return self.seen.decode("utf-8", "surrogateescape")

    def fits(self, begun: Draft) -> bool:
        """Whether a draft was begun from the record as it is now; else it would take a newer correction back."""
        return begun.base == drafts.mark_of(self.seen)


def begin(opened: Opened, named: Named, me: Me, today: date, waiting: Callable[[], None]) -> Correction:
    """Read the record that is to be corrected.

    Raises:
        NotReadable: it cannot be read.
    """
    seen = opened.files.read(named.file)
    if isinstance(seen, Finding):
        raise NotReadable(f"{seen.span.file}: {seen.message}", seen.help)
    return Correction(opened, named, seen, me, today, waiting)


def by_editor(work: Correction, begun: Draft | None) -> Done:
    """Correct it in the editor; what is given up stays as a draft beside the record.

    Args:
        begun: a draft to go on with, which must fit.
    """
    command()  # nothing is begun where there is no editor
    of, stem = work.named.code, work.named.stem
    draft = drafts.begin(work.opened.files.root, of, stem, edits=work.seen, ending=work.named.name.rpartition(".")[2])
    text = begun.text if begun else work.text
    draft.keep(text)
    if begun:
        begun.discard()
    typed = edit(draft, text, lambda typed: _judge(work, typed).errors, resumed=begun is not None)
    if typed is None:
        return given_up(draft, text, begun is not None)
    done = keep(work, typed)
    draft.discard()
    return done


def from_text(work: Correction, text: str) -> Done:
    """Correct it from a file or standard input."""
    found = _judge(work, text)
    return Done(None, found.findings) if found.errors or found.data is None else keep(work, text)


def keep(work: Correction, text: str) -> Done:
    """Put a good text in the record's place and commit it; nothing happens if it is the same."""
    if text == work.text:
        return Done(None)
    warnings = _judge(work, text).warnings
    with Changes(work.opened.files.root, work.waiting) as changes:
        changes.replace(work.named.file, as_bytes(text), work.seen)
        kept = changes.commit(f"correct {work.named.label}", work.me.person)
    return Done(Written(work.named.file, kept), tuple(warnings))


def _judge(work: Correction, text: str) -> Examined:
    folder = load_folder(work.opened, work.named.code).folder
    return examine(work.opened, folder, work.named.name, text, work.today)
