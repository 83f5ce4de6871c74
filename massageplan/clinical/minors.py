"""Whose consent it is where the client is a child: the one answer for checks and audits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..records.care import Consent

if TYPE_CHECKING:
    from ..records.folder import Entry
    from ..records.people import Client


def is_by_client(consent: Consent, client: Client | None) -> bool:
    """Whether the client said it: `who` is missing, says `client`, or gives the client's name."""
    names = ("client", client.name, client.called) if client else ("client",)
    return consent.who is None or consent.who in names


def is_childs_own(entry: Entry, client: Client | None, limit: str) -> bool:
    """Whether a record of consent is the word of a child.

    Args:
        limit: the ISO day before which the client was certainly younger than `age.CHILD` (`age.younger_before`), or
            empty. A record without a day is taken for that of a grown client.
    """
    consent = entry.record
    return (
        isinstance(consent, Consent) and entry.day is not None and entry.day < limit and is_by_client(consent, client)
    )
