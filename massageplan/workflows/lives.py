"""What became of each record: commits paired into one story a record. Pure: commits in, stories out."""

from __future__ import annotations

from ..frozen import Frozen, replace
from ..store.history import Change, Commit, Subject, read_subject

_BACK = {"corrected": "correction undone", "moved": "move undone", "dropped": "drop undone",
         "removed": "removal undone"}  # fmt: skip


class Event(Frozen):
    """One thing that happened to a record.

    Attributes:
        what: `recorded`, `corrected`, `moved to`, `moved from`, `dropped`, `undone`, `removed` (by hand), `restored`,
            or one of `correction undone`, `move undone`, `drop undone`, `removal undone`.
        other: the client it was moved to or from.
        undone: whether it was taken back later.
    """

    what: str
    day: str
    by: str
    commit: str
    other: str = ""
    undone: bool = False


class Life(Frozen):
    """A record's story, from its first commit on; in another client's folder too, before it was moved here.

    Attributes:
        name: the file's name.
        blob: git's id of what it held last.
        alive: whether git has it still.
    """

    code: str
    stem: str
    name: str
    blob: str
    alive: bool
    events: tuple[Event, ...]


Key = tuple[str, str]


def lives(commits: list[Commit], code: str) -> list[Life]:
    """The stories of all records that were ever in a client's folder, in the order in which they began."""
    known: dict[Key, list[Life]] = {}
    for commit in commits:
        subject = read_subject(commit.subject)
        for key, changes in _by_record(commit).items():
            now = next((c for c in changes if c.blob), changes[0])
            story = known.setdefault(key, [])
            last = story[-1] if story else None
            spoken = subject if subject and subject.names(now) else None
            if now.blob is None:
                if last is not None and last.alive:
                    story[-1] = _gone(last, commit, spoken)
            elif last is not None and (last.alive or _undoes(commit)):
                story[-1] = _changed(last, now, commit, spoken)
            else:
                story.append(_new(now, commit, _moved_from(known, commit, now, spoken)))
    return [life for (place, _), story in known.items() if place == code for life in story]


def sources(commits: list[Commit], code: str) -> set[str]:
    """The clients from whom records were moved to this one."""
    read = (read_subject(commit.subject) for commit in commits)
    return {s.code for s in read if s and s.verb == "move" and s.to == code}


def _by_record(commit: Commit) -> dict[Key, list[Change]]:
    """Changes by record, those gone first: a record that moves is met where it left before where it came."""
    out: dict[Key, list[Change]] = {}
    for change in sorted(commit.changes, key=lambda c: c.blob is not None):
        out.setdefault((change.code, change.stem), []).append(change)
    return out


def _gone(life: Life, commit: Commit, spoken: Subject | None) -> Life:
    if spoken and spoken.undoes and spoken.verb == "move":
        events = _taken_back(life.events, "moved from", commit)
    elif _undoes(commit):
        events = (*life.events, _event("undone", commit))
    elif spoken and spoken.verb == "move" and spoken.code == life.code:
        events = (*life.events, _event("moved to", commit, spoken.to))
    else:
        what = "dropped" if spoken and spoken.verb == "drop" else "removed"
        events = (*life.events, _event(what, commit))
    return replace(life, alive=False, events=events)


def _undoes(commit: Commit) -> bool:
    """Whether a commit takes another back, be it one of ours or one made by hand."""
    return commit.subject.startswith("undo ")


def _changed(life: Life, now: Change, commit: Commit, spoken: Subject | None) -> Life:
    """The record is here again, or is here and differs."""
    events = life.events
    if now.blob == life.blob and life.alive:
        return replace(life, name=now.name)
    if _undoes(commit):
        said = {"correct": "corrected", "move": "moved to", "drop": "dropped", "record": "undone"}
        what = said[spoken.verb] if spoken else "corrected" if life.alive else events[-1].what
        events = _taken_back(events, what, commit)
    else:
        events = (*events, _event("corrected", commit))
    return replace(life, name=now.name, blob=now.blob or life.blob, alive=True, events=events)


def _taken_back(events: tuple[Event, ...], what: str, commit: Commit) -> tuple[Event, ...]:
    """The newest standing event of a sort marked as undone, and the event that it was undone."""
    for n in range(len(events) - 1, -1, -1):
        if events[n].what == what and not events[n].undone:
            undone = _BACK.get(what.split(" ")[0], "restored")
            return (*events[:n], replace(events[n], undone=True), *events[n + 1 :], _event(undone, commit))
    return (*events, _event("corrected" if what == "corrected" else "restored", commit))


def _moved_from(known: dict[Key, list[Life]], commit: Commit, now: Change, spoken: Subject | None) -> Life | None:
    """The story so far of a record that this commit moved here."""
    if not spoken or spoken.verb != "move" or spoken.undoes or spoken.to != now.code:
        return None
    left = [c.stem for c in commit.changes if c.blob is None and c.code == spoken.code and spoken.names(c)]
    stem = now.stem if now.stem in left else left[0] if left else now.stem
    before = known.get((spoken.code, stem))
    events = before[-1].events if before else ()
    kept = events[:-1] if events and events[-1].what == "moved to" else events
    moved = _event("moved from", commit, spoken.code)
    return Life(now.code, now.stem, now.name, now.blob or "", True, (*kept, moved))


def _new(now: Change, commit: Commit, moved: Life | None) -> Life:
    return moved or Life(now.code, now.stem, now.name, now.blob or "", True, (_event("recorded", commit),))


def _event(what: str, commit: Commit, other: str = "") -> Event:
    return Event(what, commit.day, commit.by, commit.id, other)
