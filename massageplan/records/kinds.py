"""The kinds of record, their types, and how a file's name says which it is."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from ..frozen import Frozen
from ..patterns import lazy
from .after import Amendment, Discharge, Event, Followup, Referral
from .base import Dated, Part
from .care import Assessment, Checkin, Consent, HistoryRecord, Plan, Session
from .people import Client, Network, Practice

DATED: dict[str, type[Dated]] = {
    "history": HistoryRecord,
    "consent": Consent,
    "assessment": Assessment,
    "plan": Plan,
    "session": Session,
    "checkin": Checkin,
    "event": Event,
    "referral": Referral,
    "followup": Followup,
    "discharge": Discharge,
    "amendment": Amendment,
}
"""Kinds of dated record in the order in which they stand within one day."""

STANDING: dict[str, type[Part]] = {"practice": Practice, "network": Network, "client": Client}
"""Kinds without a date, each a file of its own name."""

BODY_KEY = {"plan": "why", "session": "note"}
"""Kinds that may be a Markdown file, and the key its body stands for."""

_STEM = lazy(r"^(?P<moment>.+)-(?P<kind>" + "|".join(DATED) + r")(?:-(?P<rest>[0-9]{1,2}|[a-z0-9]{3}))?$")
_DATE = lazy(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
CODE = lazy(r"^[a-z]{1,4}-[a-z0-9]{4}$")
"""A client folder's name: initials and four random characters."""


class Stem(Frozen):
    """A record's file name taken apart.

    Attributes:
        text: the whole name without its ending.
        moment: the date, or a moment with hyphens.
        kind: a key of `DATED`.
        dated: whether the moment is a date.
    """

    text: str
    moment: str
    kind: str
    dated: bool


def read_stem(stem: str) -> Stem | None:
    """`2026-11-30-session-2` taken apart; None if no kind of record ends so."""
    match = _STEM.match(stem)
    return Stem(stem, match["moment"], match["kind"], bool(_DATE.match(match["moment"]))) if match else None


class Misfit(Frozen):
    """Data that its schema admits and its type does not; a test holds the two together, so this is rare.

    Attributes:
        path: the place of the misfit.
    """

    path: tuple[str | int, ...]


def build(kind: str, data: Any) -> Part | Misfit:
    """The record that `data` is; it must have passed the gate of its kind."""
    try:
        return msgspec.convert(data, DATED.get(kind) or STANDING[kind])
    except msgspec.ValidationError as error:
        steps = re.findall(r"\.([^.\[\]`]+)|\[([0-9]+)\]", str(error).partition("`$")[2])
        return Misfit(tuple(key or int(index) for key, index in steps))
