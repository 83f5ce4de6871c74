"""A folder of records has no client.yaml that can be used.

What
----
A client's folder holds who the client is in `client.yaml`. Here that file is missing or cannot be read.

Why
---
Without it a handout has no name on it, and nobody can tell whose back the records speak of. An allergy noted
there would not be shown either.

Wrong
-----
clients/ab-1c2d/2026-09-07-assessment.yaml::

    date: 2026-09-07
    symptoms: [{where: lumbar, now: 4}]

Right
-----
clients/ab-1c2d/client.yaml::

    name: Ana Brook

clients/ab-1c2d/2026-09-07-assessment.yaml::

    date: 2026-09-07
    symptoms: [{where: lumbar, now: 4}]

Source
------
House rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding
from ..span import Span

if TYPE_CHECKING:
    from .base import ClientCase


def check(case: ClientCase) -> Iterator[Finding]:
    """One finding for a folder without client.yaml; one that has its own findings is not told twice."""
    folder = case.folder
    if folder.client is None and folder.client_document is None and "client.yaml" not in folder.left_out:
        message = "This folder has no client.yaml that can be read."
        yield Finding("unknown-client", message, Span(f"clients/{folder.code}"), "add client.yaml with at least name:")
