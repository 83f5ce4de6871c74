"""`mplan history`."""

from __future__ import annotations

from .record import verb

run = verb("history", "Note what went before: diagnoses, operations, medicines, allergies.")
