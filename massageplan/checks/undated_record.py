"""A record has no date.

What
----
The record stands at a moment such as `day 28` or `visit 3` and has no `date:`, and the practice does not say
that this is usual.

Why
---
Week numbers, the time since the last visit and the age of a consent are all counted from dates. Without one
the record can be read, but little can be worked out from it. A practice that keeps old or published material
says `undated: yes` in practice.yaml.

Wrong
-----
clients/jd-7k2m/visit-2-session.yaml::

    when: visit 2
    measures: {pain: 4 -> 2}

Right
-----
clients/jd-7k2m/2026-09-14-session.yaml::

    date: 2026-09-14
    measures: {pain: 4 -> 2}

Source
------
House rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding

if TYPE_CHECKING:
    from .base import ClientCase


def check(case: ClientCase) -> Iterator[Finding]:
    """One finding for each record without a date, where records are expected to have one."""
    if case.context.house.undated:
        return
    for entry in case.folder.entries:
        if not entry.dated and entry.record.date is None:
            hint = "add date: and rename the file, or say undated: yes in practice.yaml"
            yield Finding("undated-record", "This record has no date.", entry.span(("when",)), hint)
