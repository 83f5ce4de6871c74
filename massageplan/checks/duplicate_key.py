"""A key stands twice in the same place.

What
----
One map has the same key two times, or a Markdown record has a text both among its keys and below them.

Why
---
Most programs keep one of the two and say nothing. The other is lost, and it may be the one you meant.

Wrong
-----
clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07
    said: Slept through twice.
    measures: {pain: 4 -> 2}
    said: Woke once.

Right
-----
clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07
    said: Slept through twice. Woke once.
    measures: {pain: 4 -> 2}

Source
------
House rule.
"""
