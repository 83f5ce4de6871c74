"""Who is at work: the therapist a record is by, and whose name its commit bears."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import UsageError
from ..findings import did_you_mean
from ..frozen import Frozen
from ..store.git import Git, Person

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from ..records.people import Practice, Therapist

SETTING = "massageplan.therapist"
"""Git's setting, of this clone alone, that says who works here."""


class Me(Frozen):
    """Who is at work.

    Attributes:
        therapist: their entry in practice.yaml.
        named: whether a record must say so, since others work here too.
        many: whether others may write at the same time, here or in another clone.
    """

    therapist: Therapist
    named: bool
    many: bool

    @property
    def id(self) -> str:
        """Their short name."""
        return self.therapist.id

    @property
    def person(self) -> Person:
        """Author of their commits."""
        name = _plain(self.therapist.name or "") or self.therapist.id
        return Person(name, _plain(self.therapist.email or "") or f"{self.therapist.id}@massageplan.invalid")


def _plain(words: str) -> str:
    """A name or address as git takes it; empty where nothing of it is a letter or digit."""
    kept = "".join(c for c in words if c.isprintable() and c not in "<>").strip()
    return kept if any(c.isalnum() for c in kept) else ""


def at_work(practice: Practice, today: date) -> list[Therapist]:
    """The therapists who work here on a day: those whose `until` has not passed."""
    return [t for t in practice.therapists if not t.left_by(today.isoformat())]


def who_am_i(
    practice: Practice,
    git: Git | None,
    today: date,
    given: str | None = None,
    choose: Callable[[Sequence[Therapist]], Therapist | None] = lambda _: None,
) -> Me:
    """The therapist given, or the only one, or whom this clone is set to, or who is chosen (and then kept).

    Args:
        choose: lets the user say who they are; None where nobody can be asked.

    Raises:
        UsageError: it cannot be said who is at work.
    """
    here = at_work(practice, today)
    many = len(practice.therapists) > 1 or bool(practice.remotes) or (git is not None and git.has_remote)
    if given is not None:
        return Me(_named(here, practice, given, "--therapist"), len(here) > 1, many)
    if len(here) == 1:
        return Me(here[0], False, many)
    if not here:
        raise UsageError("Nobody in practice.yaml works here any more.", "mend until: of a therapist in practice.yaml")
    kept = git.setting(SETTING) if git else None
    if kept is not None:
        return Me(_named(here, practice, kept, f"git's setting {SETTING}"), True, many)
    chosen = choose(here)
    if chosen is None:
        ids = ", ".join(t.id for t in here)
        raise UsageError(f"Several work here: {ids}.", f"say who you are: --therapist, or git config {SETTING} ID")
    if git:
        git.run("config", SETTING, chosen.id)
    return Me(chosen, True, many)


def _named(here: Sequence[Therapist], practice: Practice, id: str, who: str) -> Therapist:
    for therapist in here:
        if therapist.id == id:
            return therapist
    if any(t.id == id for t in practice.therapists):
        raise UsageError(f"{who} names {id}, who has left.", "see until: in practice.yaml")
    ids = [t.id for t in here]
    raise UsageError(f"{who} names nobody here: {id[:40]!r}.", did_you_mean(id, ids) or f"one of: {', '.join(ids)}")
