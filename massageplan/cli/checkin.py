"""`mplan checkin`."""

from __future__ import annotations

from .record import verb

run = verb("checkin", "Note what the client tells between visits.")
