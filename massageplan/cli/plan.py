"""`mplan plan`."""

from __future__ import annotations

from .record import verb

run = verb("plan", "Write a treatment plan, or a change of one.", asks=False)
