"""`mplan assess`."""

from __future__ import annotations

from .record import verb

run = verb("assessment", "Note what was heard and measured, as an assessment.", asks=False)
