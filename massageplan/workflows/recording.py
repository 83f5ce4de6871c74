"""A new record in the making: judged, named, kept; and the way in from a file (others: `editing`, `asking`)."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from ..errors import NotReadable, UsageError
from ..findings import Finding
from ..frozen import Frozen, replace
from ..records.folder import Folder
from ..records.kinds import BODY_KEY
from ..span import Span
from ..store.changes import Changes
from ..text.writer import write
from .examine import Examined, examine
from .keep import Written, completed, defaults, in_schema_order, is_one_line, made_up, moment_of, names
from .load import Opened, load_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from pathlib import Path

    from ..store.drafts import Draft
    from .me import Me

NEW = "new"
"""Stands for the folder of a client who has none yet."""


class Work(Frozen):
    """One record in the making.

    Attributes:
        folder: the client's records as they are.
        day: the day it happened.
        told: keys that are told already, so that nobody is asked for them.
        sure: asked before a record is kept, whether it is to be.
        waiting: called when another writer has the practice for a while.
    """

    opened: Opened
    folder: Folder
    kind: str
    me: Me
    day: date
    today: date
    told: dict[str, Any]
    sure: Callable[[dict[str, Any]], bool] = lambda _: True
    waiting: Callable[[], None] = lambda: None

    @property
    def root(self) -> Path:
        """The practice folder."""
        return self.opened.files.root

    @property
    def known(self) -> dict[str, Any]:
        """What the record says before anybody is asked."""
        return {**({} if self.kind == "client" else defaults(self.me, self.day, self.today)), **self.told}


class Done(Frozen):
    """How it ended.

    Attributes:
        written: the record; None where nothing was kept.
        findings: what forbade it, or what is to be looked at some time.
        draft: where the work lies, if it did not become a record.
        untouched: whether the editor was closed with the text as it was opened.
    """

    written: Written | None
    findings: tuple[Finding, ...] = ()
    draft: Draft | None = None
    untouched: bool = False


def work_on(opened: Opened, code: str, kind: str, me: Me, days: tuple[date, date], told: dict[str, Any]) -> Work:
    """A record of a client's folder in the making; `days`: when it happened, and today."""
    folder = Folder(NEW, None, None, ()) if code == NEW else load_folder(opened, code).folder
    return Work(opened, folder, kind, me, days[0], days[1], told)


def judge(work: Work, text: str, data: dict[str, Any] | None, ending: str = "yaml") -> Examined:
    """What is wrong with a text as the record that is in the making."""
    return examine(work.opened, work.folder, file_for(work, data or {}, ending), text, work.today)


def file_for(work: Work, data: dict[str, Any], ending: str = "yaml") -> str:
    """The name the record would have if it were written now, below the client's folder."""
    if work.kind == "client":
        return "client.yaml"
    taken = {entry.stem for entry in work.folder.entries} | {name.rpartition(".")[0] for name in work.folder.left_out}
    try:
        moment = moment_of(data)
    except UsageError:
        moment = work.day.isoformat()
    files = (name.rpartition("/")[2] for name in names(work.folder.code, moment, work.kind, False, ending))
    return next(file for file in files if file.rpartition(".")[0] not in taken)


def keep(work: Work, data: dict[str, Any], text: str, ending: str = "yaml") -> Written:
    """Write the record and commit it.

    Raises:
        NotReadable: the disk or git refuses.
    """
    raw = as_bytes(text)
    with Changes(work.root, work.waiting) as changes:
        if work.kind == "client":
            file = changes.create(_client_names(work, data), raw)
            message = f"client {file.split('/')[1]}"
        else:
            moment = moment_of(data)
            file = changes.create(names(work.folder.code, moment, work.kind, work.me.many, ending), raw)
            message = f"{work.kind} {moment} {work.folder.code}"
        return Written(file, changes.commit(message, work.me.person))


def kept(work: Work, found: Examined, text: str, ending: str = "yaml") -> Done:
    """Keep a record that nothing forbids; what is to be looked at is told under the name it was given."""
    assert found.data is not None
    written = keep(work, found.data, text, ending)
    before = f"clients/{work.folder.code}/{file_for(work, found.data, ending)}"
    told = (replace(f, span=replace(f.span, file=written.file)) if f.span.file == before else f for f in found.warnings)
    return Done(written, tuple(told))


def as_bytes(text: str) -> bytes:
    """A text as it is written; bytes that were read as no UTF-8 are themselves again."""
    return text.encode("utf-8", "surrogateescape")


def _client_names(work: Work, data: dict[str, Any]) -> Iterator[str]:
    """Folders nobody has: initials and four characters that no other machine makes up."""
    taken = set(work.opened.files.codes())
    for _ in range(1000):
        code = f"{initials(str(data.get('name') or ''))}-{made_up(4)}"
        if code not in taken:
            yield f"clients/{code}/client.yaml"


def initials(name: str) -> str:
    """First letters of the first and the last word of a name, without accents; `x` where it has none we know."""
    import unicodedata

    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    words = [word for part in plain.split() if (word := "".join(c for c in part if "a" <= c <= "z"))]
    ends = [words[0], words[-1]] if len(words) > 1 else words
    return "".join(word[0] for word in ends) or "x"


def from_text(work: Work, text: str, source: str) -> Done:
    """A record from a file or standard input; nothing is kept if there is an error in it.

    Args:
        source: what to call it in findings; its ending says whether it is Markdown.
    """
    ending = "md" if source.endswith(".md") else "yaml"
    if ending == "md" and work.kind not in BODY_KEY:
        raise UsageError(f"A {work.kind} is no Markdown; only plan and session may be.", "give a .yaml file")
    first = judge(work, text, None, ending)
    whole = completed(text, first.data, work.known, work.kind, ending)
    data = {**work.known, **first.data} if first.data else None
    found = judge(work, whole, data, ending)
    if found.errors or found.data is None:
        file = f"clients/{work.folder.code}/{file_for(work, data or {}, ending)}"
        return Done(None, tuple(_in_source(f, file, source, (text, whole)) for f in found.findings))
    if not work.sure(found.data):
        return Done(None)
    if is_one_line(whole) and "#" not in whole:
        whole = text_of(work, found.data)
    return kept(work, found, whole, ending)


def _in_source(finding: Finding, file: str, source: str, texts: tuple[str, str]) -> Finding:
    """A finding about the new record at its place in the file that was given.

    Args:
        texts: what was given, and the same with what it lacked.
    """
    span = finding.span
    if span.file != file:
        return finding
    given, whole = texts
    above = whole.count("\n") - given.count("\n")
    line = max(1, span.line - above)
    before = len(whole) - len(given) if not above and line == 1 else 0
    column = max(1, span.column - before)
    place = Span(source, line, column, max(line, span.end_line - above), max(column, span.end_column - before))
    return replace(finding, span=place)


def text_of(work: Work, data: dict[str, Any]) -> str:
    """Data as the text of the record."""
    return write(in_schema_order(work.opened.schemas, work.kind, data))


def command_for(kind: str, code: str) -> str:
    """The command that makes a kind of record of a client, and offers a draft of it again."""
    if kind == "client":
        return "mplan new-client"
    if kind == "agreement":
        return f"mplan agreement {code} --signed SCAN"
    from ..ask.questions import ASKED

    verb = {"assessment": "assess", "referral": "refer"}.get(kind, kind)
    return f"mplan {verb} {code}" + ("" if kind in ASKED else " --edit")


def read_source(source: str) -> str:
    """The text of a file, or of standard input for `-`.

    Raises:
        NotReadable: it cannot be read.
    """
    import sys
    from pathlib import Path

    try:
        raw = sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
    except OSError as error:
        reason = (error.strerror or os.strerror(error.errno or 0)).lower()
        raise NotReadable(f"--from {source[:80]} cannot be read: {reason}.", "give a file, or - for input") from error
    return raw.decode("utf-8", "surrogateescape")
