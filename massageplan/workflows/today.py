"""`mplan today`: what waits, across clients: unsaved work, drafts, and what is due for each active client."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..clinical.moments import read_date
from ..frozen import Frozen
from ..store.drafts import all_drafts
from ..store.git import found as repository
from ..store.unsaved import unsaved
from .clients import name_of
from .due import URGENCIES, Due, of_folder
from .load import load_folder
from .save import named_file
from .unfinished import go_on, signs_in

if TYPE_CHECKING:
    from datetime import date

    from ..store.drafts import Draft
    from .load import Opened

__all__ = ["Day", "Due", "is_active", "look", "unsaved_files"]

ACTIVE_DAYS = 365
"""A client whose newest record is older is not looked at (house value)."""


class Day(Frozen):
    """What waits on a day.

    Attributes:
        clients, active: how many there are, and how many have records of the last year and no discharge since.
    """

    due: tuple[Due, ...]
    clients: int
    active: int


def look(opened: Opened, today: date) -> Day:
    """Everything that waits, most urgent first. Only folders that are active by the names of their files are opened."""
    codes = opened.files.codes()
    active = [code for code in codes if is_active(opened, code, today)]
    due = [*_unsaved(opened), *_drafts(opened)]
    for code in active:
        due.extend(of_folder(opened, load_folder(opened, code).folder, today))
    return Day(tuple(sorted(due, key=lambda d: URGENCIES.index(d.urgency))), len(codes), len(active))


def is_active(opened: Opened, code: str, today: date) -> bool:
    """Whether the newest record is less than a year old and no discharge, by the names of the files alone."""
    dated = [record.stem for record in opened.files.listing(code).records if record.stem.dated]
    if not dated:
        return False
    newest = max(stem.moment for stem in dated)
    ended = any(stem.kind == "discharge" and stem.moment == newest for stem in dated)
    return not ended and (today - (read_date(newest) or today)).days < ACTIVE_DAYS


def unsaved_files(opened: Opened, client: str | None = None) -> list[str]:
    """Files that git does not have as they are; none where there is no version control."""
    git = repository(opened.files.root)
    return [u.file for u in unsaved(git, client)] if git else []


def _unsaved(opened: Opened) -> list[Due]:
    git = repository(opened.files.root)
    by_client: dict[str, list[str]] = {}
    meeting = []
    for each in unsaved(git) if git else ():
        named = named_file(each.file)
        code = named.code if named else ""
        file = each.file.rpartition("/")[2]
        if each.state in ("conflict", "one-sided"):
            settle = (f"mplan edit {code} {named.stem}" if named else f"mend {each.file}") + ", then: mplan save"
            why = f"two versions of {file} meet in a merge"
            if each.state == "one-sided":
                why, settle = f"one side of a merge took {file} away", "mplan save (which says how)"
            meeting.append(Due("soon", code, name_of(opened, code) if code else "", why, settle))
        else:
            by_client.setdefault(code, []).append(each.file)
    if git and git.is_merging:  # all else that is not saved came with the merge
        return meeting or [Due("soon", "", "", "a merge is not finished", "mplan save")]
    return [
        Due("soon", code, name_of(opened, code) if code else "", f"{_files(files)} not saved", _save(code))
        for code, files in by_client.items()
    ]


def _files(files: list[str]) -> str:
    return files[0].rpartition("/")[2] if len(files) == 1 else f"{len(files)} files"


def _save(code: str) -> str:
    return f"mplan save {code}".rstrip()


def _drafts(opened: Opened) -> list[Due]:
    return [_draft(opened, draft) for draft in all_drafts(opened.files.root) if draft.left_alone]


def _draft(opened: Opened, draft: Draft) -> Due:
    """A draft that was left; one in which a grave warning sign was answered comes first, with the sign."""
    if draft.of == "new":
        return Due("soon", "", "", _what(draft), go_on(draft))
    name = name_of(opened, draft.of)
    found = signs_in(opened, load_folder(opened, draft.of).folder, draft)
    if found:
        return Due("now", draft.of, name, f"{found.why} ({_what(draft)})", go_on(draft))
    return Due("soon", draft.of, name, _what(draft), go_on(draft))


def _what(draft: Draft) -> str:
    return f"draft of {draft.changed}: {draft.stem}"
