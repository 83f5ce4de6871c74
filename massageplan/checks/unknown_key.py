"""A record has a key that its kind does not know.

What
----
Each kind of record has its own keys. This one is not among them; it is set aside and the rest is used.

Why
---
A misspelt key is a fact that no chart, letter or check will find.

Wrong
-----
clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07
    measures: {pain: 4 -> 2}
    attendend: late

Right
-----
clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07
    measures: {pain: 4 -> 2}
    attended: late

Source
------
House rule.
"""
