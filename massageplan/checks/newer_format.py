"""The records are written in a newer notation than this program knows.

What
----
`format:` in practice.yaml is higher than 0, the version that this program reads.

Why
---
A newer notation may mean something else by the same words. Reading it as the old one could show a wrong dose or
leave out an alert, so nothing is shown.

Wrong
-----
practice.yaml::

    format: 1
    name: Riverside Massage
    therapists: [{id: rivera}]

Right
-----
practice.yaml::

    format: 0
    name: Riverside Massage
    therapists: [{id: rivera}]

Source
------
House rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding

if TYPE_CHECKING:
    from .base import Context

KNOWN = "0"


def check_practice(context: Context) -> Iterator[Finding]:
    """One finding if the practice's notation is not the one we read."""
    house = context.house
    if house.practice.format != KNOWN:
        message = f"This practice is written in format {house.practice.format}; this program reads {KNOWN}."
        yield Finding("newer-format", message, house.practice_document.locate(("format",)), "update massageplan")
