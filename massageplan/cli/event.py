"""`mplan event`."""

from __future__ import annotations

from .record import verb

run = verb("event", "Note what happened outside the plan: an injury, an operation, a new medicine.")
