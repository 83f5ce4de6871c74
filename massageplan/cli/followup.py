"""`mplan followup`."""

from __future__ import annotations

from .record import verb

run = verb("followup", "Note what became of a plan or a referral: agreed, declined, answered ...")
