"""`mplan new-client`: a folder for somebody new, after a look at who may be the same person."""

from __future__ import annotations

import unicodedata
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from ..frozen import Frozen, replace
from .clients import told_of
from .editing import draft_of
from .recording import NEW, work_on

if TYPE_CHECKING:
    from datetime import date

    from ..store.drafts import Draft
    from .asking import Manner
    from .load import Opened
    from .me import Me
    from .recording import Work

ALIKE = 0.84
"""From which likeness on two names are shown as one that may be meant (house value: Smyth and Smith, Jon and John)."""


class Alike(Frozen):
    """Somebody who may be the same person.

    Attributes:
        because: `a like name` or `the same birth date`, or both.
    """

    code: str
    name: str
    born: str
    because: str


def begin(opened: Opened, me: Me, today: date) -> Work:
    """A client in the making, by whom."""
    return work_on(opened, NEW, "client", me, (today, today), {})


def alike(opened: Opened, data: dict[str, Any]) -> list[Alike]:
    """Clients with a like name, or the same birth date, likest name first."""
    name, born = _plain(data.get("name")), str(data.get("born") or "")
    found = []
    for code in opened.files.codes():
        other = told_of(opened, code)
        near = _likeness(name, _plain(other.get("name")), _plain(data.get("called")), _plain(other.get("called")))
        same_day = len(born) == 10 and born == str(other.get("born") or "")
        reasons = [*(["a like name"] if near >= ALIKE else []), *(["the same birth date"] if same_day else [])]
        if reasons:
            shown = Alike(code, str(other.get("name") or ""), str(other.get("born") or ""), " and ".join(reasons))
            found.append((-near, shown))
    return [each for _, each in sorted(found, key=lambda pair: (pair[0], pair[1].code))]


def _plain(name: Any) -> str:
    """A name without case and accents, its words sorted: `Doe, Jane` is `jane doe`."""
    text = unicodedata.normalize("NFKD", str(name or "")).casefold()
    words = "".join(c if c.isalpha() else " " for c in text if not unicodedata.combining(c)).split()
    return " ".join(sorted(words))


def _likeness(name: str, other: str, called: str, other_called: str) -> float:
    """From 0 to 1; one name that holds all words of the other counts as the same."""
    if not name or not other:
        return 0.0
    mine, theirs = set(name.split()) | set(called.split()), set(other.split()) | set(other_called.split())
    if len(set(name.split())) > 1 and len(set(other.split())) > 1 and (mine <= theirs or theirs <= mine):
        return 1.0
    matcher = SequenceMatcher(None, name, other)
    return matcher.ratio() if matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE else 0.0


def named_first(work: Work, manner: Manner) -> tuple[Work | None, Draft]:
    """Ask for name and birth date before all else; None where the terminal was closed. The draft holds the answers."""
    from ..ask.prompts import put
    from .asking import asking_for
    from .readers import prepared

    draft = draft_of(work)
    first = [q for q in prepared(work, manner.columns) if q.name in ("name", "born")]
    data, outcome = put(first, dict(work.known), asking_for(work, manner, draft))
    return (replace(work, told=data) if outcome == "done" else None), draft
