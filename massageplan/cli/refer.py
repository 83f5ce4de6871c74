"""`mplan refer`."""

from __future__ import annotations

from .record import verb

run = verb("referral", "Note that you ask somebody else to help, or that somebody sent the client to you.")
