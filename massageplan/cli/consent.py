"""`mplan consent`."""

from __future__ import annotations

from .record import verb

run = verb("consent", "Note what the client agrees to, refuses or takes back.")
