"""A key holds a list, a text or a map where another belongs.

What
----
The key is known, but not with this kind of content: a text where a list of lines belongs, a list where keys
with values belong, or nothing at all.

Why
---
The program cannot tell which part is the measure and which the figure, so the record is left out until it is
mended.

Wrong
-----
clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07
    measures: pain 4 and then 2

Right
-----
clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07
    measures: {pain: 4 -> 2}

Source
------
House rule.
"""
