"""What all record types share."""

from __future__ import annotations

from typing import Any

import msgspec

Text = str | None
Texts = str | tuple[str, ...] | None
Measures = dict[str, Any] | tuple[dict[str, Any], ...] | None
"""The tree of figures as written; `clinical.measures` reads it."""

Empty = type(None)


def key_of(field: str) -> str:
    """The record key a field stands for: `from_` is `from`, `homework_done` is `homework-done`."""
    return field.rstrip("_").replace("_", "-")


class Part(msgspec.Struct, frozen=True, kw_only=True, rename=key_of):
    """A map inside a record; keys that were left out are None."""


class Dated(Part, frozen=True, kw_only=True):
    """The keys every dated record has.

    Attributes:
        date: the day it happened, as in the file name.
        when: a moment in place of a date that nobody knows.
        written: the day it was written down, if later.
        therapist: id of who made the record.
        allow: findings of this record that are silenced, each with the reason.
    """

    date: Text = None
    when: Text = None
    written: Text = None
    therapist: Text = None
    note: Text = None
    source: Text = None
    unknown: Texts = None
    files: Texts = None
    allow: dict[str, str] | None = None


def texts(value: Texts) -> tuple[str, ...]:
    """One text or several, always as a tuple."""
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else value
