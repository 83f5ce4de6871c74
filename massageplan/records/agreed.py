"""What a client agreed to in a plan, and what they did not want."""

from __future__ import annotations

from .base import Part, Text


class DeclinedItem(Part, frozen=True, kw_only=True):
    """What a client did not want, and why; a line of homework by its id."""

    what: str
    why: Text = None


Declined = str | tuple[str | DeclinedItem, ...] | None


class Agreed(Part, frozen=True, kw_only=True):
    """How a plan was talked through."""

    date: Text = None
    how: Text = None
    teach_back: Text = None
    confidence: Text = None
    declined: Declined = None
    words: Text = None
