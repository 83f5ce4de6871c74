"""`mplan discharge`."""

from __future__ import annotations

from .record import verb

run = verb("discharge", "Note that care ends: why, what was reached, and what goes on at home.")
