"""The three files that are rewritten in place: practice, network and client."""

from __future__ import annotations

from typing import Any

from ..patterns import lazy
from .base import Part, Text, Texts

_EXACT = lazy(r"^[0-9]{4}(-[0-9]{2}){0,2}$")
"""A day, month or year: every day in it begins with this text, so the beginnings of texts compare as days do."""


class Therapist(Part, frozen=True, kw_only=True):
    """Someone who works here.

    Attributes:
        since, until: when they came and when they left; a month or year is meant whole.
        skills: ids of the techniques they use.
        limits: visits and hours they want to stay under.
    """

    id: str
    name: Text = None
    title: Text = None
    registration: Text = None
    email: Text = None
    since: Text = None
    until: Text = None
    skills: Texts = None
    limits: dict[str, str] | None = None
    note: Text = None

    def left_by(self, day: str) -> bool:
        """Whether they had left before an ISO day; never, if `until` names no day, month or year."""
        until = self.until
        return until is not None and bool(_EXACT.match(until)) and day[: len(until)] > until

    def here_on(self, day: str | None) -> bool:
        """Whether they may have worked here on an ISO day; on a day that nobody knows, all may have."""
        if day is None:
            return True
        since = self.since
        came_later = since is not None and bool(_EXACT.match(since)) and day[: len(since)] < since
        return not came_later and not self.left_by(day)


class Practice(Part, frozen=True, kw_only=True):
    """practice.yaml: who works here and what is taken for granted."""

    format: str
    name: str
    address: Text = None
    phone: Text = None
    emergency: Text = None
    email: Text = None
    web: Text = None
    therapists: tuple[Therapist, ...] = ()
    jurisdiction: Text = None
    language: Text = None
    paper: Text = None
    units: Text = None
    usual: dict[str, dict[str, Any]] | None = None
    undated: Text = None
    phrases: dict[str, Any] | None = None
    allow: dict[str, str] | None = None
    remotes: Texts = None
    homework: dict[str, Any] | None = None
    kept_elsewhere: dict[str, str] | None = None
    note: Text = None
    source: Text = None
    unknown: Texts = None
    files: Texts = None


class Person(Part, frozen=True, kw_only=True):
    """A professional the practice refers to or hears from."""

    id: str
    name: Text = None
    profession: Text = None
    practice: Text = None
    phone: Text = None
    email: Text = None
    fax: Text = None
    address: Text = None
    for_: Texts = None
    sends_me: Texts = None
    reply_within: Text = None
    since: Text = None
    gone: Text = None
    language: Text = None
    note: Text = None


class Network(Part, frozen=True, kw_only=True):
    """network.yaml."""

    people: tuple[Person, ...] = ()
    note: Text = None
    source: Text = None
    unknown: Texts = None
    files: Texts = None


class Client(Part, frozen=True, kw_only=True):
    """client.yaml: who the client is. Nothing clinical but `alerts`."""

    name: Text = None
    called: Text = None
    born: Text = None
    age: Text = None
    as_of: Text = None
    sex: Text = None
    gender: Text = None
    pronouns: Text = None
    language: Text = None
    interpreter: Text = None
    phone: Text = None
    email: Text = None
    address: Text = None
    emergency: Text = None
    guardian: dict[str, str] | None = None
    occupation: Text = None
    hand: Text = None
    household: Text = None
    activities: Texts = None
    carer_for: Text = None
    equipment: Texts = None
    dislikes: Texts = None
    alerts: Texts = None
    team: Texts = None
    funding: Text = None
    ethnicity: Text = None
    referred_by: Text = None
    since: Text = None
    stands_for: Text = None
    allow: dict[str, str] | None = None
    note: Text = None
    source: Text = None
    unknown: Texts = None
    files: Texts = None
