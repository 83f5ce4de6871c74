"""`mplan log`: what was recorded of a client and what became of it, by git."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ..clinical.course import courses, visit_numbers
from ..frozen import Frozen
from ..records.after import Followup
from ..records.base import Dated
from ..records.care import Session
from ..records.folder import Entry, in_order
from ..records.kinds import BODY_KEY, CODE, read_stem
from ..report.safe import encodable, one_line
from ..store.git import required
from ..store.history import Commit, commits_of
from ..store.past import blobs, head
from ..store.unsaved import unsaved
from ..text.document import Document
from ..text.reader import parse
from .clients import find_client
from .lives import Event, Life, lives, sources
from .load import load_folder, open_practice

if TYPE_CHECKING:
    from pathlib import Path

    from ..records.people import Practice
    from ..store.git import Git
    from .load import Opened

_CAME = ("yes", "late", "left-early")
"""Words of a visit that took place."""


class Told(Frozen):
    """One line of the log.

    Attributes:
        kind: kind of record, or `client`.
        visit: number of a visit that was kept.
        missed: why a visit was not kept: `missed`, `cancelled` ...
        became: of a follow-up, what became of the plan or referral: `agreed`, `given` ...
        by: who made the record; empty when nobody can say.
        pending: whether the folder has it, or has it otherwise, or has it no longer, and git does not know.
        is_gone: whether the folder has it no longer.
    """

    code: str
    record: str
    kind: str
    moment: str
    dated: bool
    visit: str | None
    missed: str | None
    by: str
    events: tuple[Event, ...]
    pending: bool
    is_gone: bool
    became: str | None = None


class _Facts(Frozen):
    """What a record says of itself."""

    therapist: str | None = None
    visit: str | None = None
    missed: str | None = None
    became: str | None = None


def log(root: Path, client: str) -> list[Told]:
    """The story of every record a client has or had, oldest first.

    Raises:
        NotReadable: there is no version control here.
        UsageError: there is no such client.
    """
    git = required(root)
    opened = open_practice(root)
    code = _find(opened, git, client)
    newest = head(git)
    stories = lives(_commits(git, code, newest), code) if newest else []
    here = {r.stem.text: r.name for r in opened.files.listing(code).records}
    if opened.files.has(f"clients/{code}/client.yaml"):
        here["client"] = "client.yaml"
    open_ends = {u.file.rsplit("/", 1)[-1].rpartition(".")[0] for u in unsaved(git, code)}
    begun = {life.stem for life in stories if life.alive}
    new = [Life(code, stem, name, "", True, ()) for stem, name in here.items() if stem not in begun]
    facts = _facts(opened, git, code, [*stories, *new], here)
    practice = opened.house.practice
    told = [_told(life, facts[n], practice, life.stem in here, open_ends) for n, life in enumerate([*stories, *new])]
    return _sorted(told)


def _find(opened: Opened, git: Git, client: str) -> str:
    """The client's folder; one that is gone must be named in full."""
    wanted = client.strip().strip("/").removeprefix("clients/")
    newest = head(git)
    if CODE.match(wanted) and wanted not in opened.files.codes() and newest and commits_of(git, [wanted], newest):
        return wanted
    return find_client(opened, client)


def _commits(git: Git, code: str, newest: str) -> list[Commit]:
    """What touched the client's folder, and the folders from which records were moved to it."""
    known = {code}
    while True:
        commits = commits_of(git, sorted(known), newest)
        more = frozenset[str]().union(*(sources(commits, each) for each in known)) - known
        if not more:
            return commits
        known |= more


def _facts(opened: Opened, git: Git, code: str, stories: list[Life], here: dict[str, str]) -> list[_Facts]:
    """Of records in the folder by their file, of others by what git had last."""
    folder = load_folder(opened, code).folder if here else None
    numbers = {k: v for course in courses(folder) for k, v in visit_numbers(course).items()} if folder else {}
    entries = {entry.stem: entry for entry in folder.entries} if folder else {}
    kept = blobs(git, [life.blob for life in stories if life.blob and not (life.alive and life.stem in entries)])
    out = []
    for life in stories:
        entry = entries.get(life.stem) if life.alive else None
        if entry is not None:
            missed = None
            if isinstance(entry.record, Session) and not entry.record.took_place:
                missed = entry.record.attended
            became = entry.record.what if isinstance(entry.record, Followup) else None
            out.append(_Facts(entry.record.therapist, numbers.get(entry.stem), missed, became))
        else:
            out.append(_read(life, kept.get(life.blob, b"")))
    return out


def _read(life: Life, raw: bytes) -> _Facts:
    """The same from the text alone, which need not fit any schema."""
    stem = read_stem(life.stem)
    body = BODY_KEY.get(stem.kind) if stem and life.name.endswith(".md") else None
    document = parse(life.name, raw, body).document if raw else None
    data = document.data if document and isinstance(document.data, dict) else {}
    said = {k: v for k in ("therapist", "visit", "attended", "what") if isinstance(v := data.get(k), str)}
    attended = said.get("attended")
    became = said.get("what") if stem and stem.kind == "followup" else None
    return _Facts(said.get("therapist"), said.get("visit"), None if attended in _CAME else attended, became)


def _told(life: Life, facts: _Facts, practice: Practice, is_here: bool, open_ends: set[str]) -> Told:
    stem = read_stem(life.stem)
    names = {t.id: t.name or t.id for t in practice.therapists}
    by = names.get(facts.therapist, facts.therapist) if facts.therapist else None
    author = life.events[0].by if life.events else ""
    pending = life.alive and (life.stem in open_ends or not life.events)
    moment = stem.moment if stem else life.events[0].day if life.events else "-"
    return Told(
        life.code, life.stem, stem.kind if stem else "client", moment, bool(stem and stem.dated), facts.visit,
        facts.missed, by or author, life.events, pending, not is_here, facts.became,
    )  # fmt: skip


def _sorted(told: list[Told]) -> list[Told]:
    """The client first, then the records in the order of the chart."""
    stems = {t.record: t for t in told if t.kind != "client"}
    empty = Document("", "", None, None)
    entries = [Entry(t.record, t.kind, t.moment, t.dated, Dated(), empty) for t in stems.values()]
    order = {entry.stem: n for n, entry in enumerate(in_order(entries))}
    return sorted(told, key=lambda t: order.get(t.record, -1))


def as_text(told: list[Told]) -> str:
    """One line a record."""
    return "".join(one_line(_line(t)) + "\n" for t in told)


def _line(told: Told) -> str:
    what = told.kind
    if told.kind == "client":
        what = f"client {told.code}"
    elif told.became:
        what = f"{told.kind} ({told.became})"
    elif told.kind == "session":
        what = f"visit {told.visit}" if told.visit else f"session ({told.missed})" if told.missed else "session"
    head = f"{told.moment:<10}  {what}" + (f" by {told.by}" if told.by else "")
    rest = _became(told)
    if told.pending:
        rest.append("removed here, not saved yet" if told.is_gone else "not saved yet")
    return "; ".join([head, *rest])


def _became(told: Told) -> list[str]:
    """What happened after a record was made, each in a few words; corrections of one day by one person once."""
    said: dict[tuple[str, str, str, str], bool] = {}
    for event in told.events:
        by = f" by {event.by}" if event.by and event.by != told.by else ""
        if event.what == "recorded":
            late = told.dated and event.day > told.moment
            if late or by:
                said["written" if late else "recorded", "", event.day, by] = False
        elif not event.what.endswith(" undone"):
            key = (event.what, event.other, event.day, by)
            said[key] = said.get(key, True) and event.undone
    return [
        " ".join(filter(None, (what, other, day))) + by + (" (undone)" if undone else "")
        for (what, other, day, by), undone in said.items()
    ]


def as_json(told: list[Told]) -> str:
    """The log as a list of objects."""
    return encodable(json.dumps([_plain(t) for t in told], ensure_ascii=False, indent=1)) + "\n"


def _plain(told: Told) -> dict[str, Any]:
    events = [
        {"what": f"{e.what} {e.other}".strip(), "day": e.day, "by": e.by, "commit": e.commit} for e in told.events
    ]
    if told.pending:
        what = "removed, not saved yet" if told.is_gone else "not saved yet"
        events.append({"what": what, "day": "", "by": "", "commit": ""})
    return {
        "record": told.record,
        "kind": told.kind,
        "date": told.moment if told.dated else None,
        "visit": told.visit,
        "by": told.by or None,
        "events": [{key: value or None for key, value in event.items()} for event in events],
    }
