"""There is nothing in a file.

What
----
The file holds no keys, or only comments.

Why
---
Either the record was never written, or an editor or a full disk lost it. Both are worth knowing while you
still remember the visit.

Wrong
-----
clients/jd-7k2m/2026-09-07-session.yaml::

    # nothing yet

Right
-----
clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07
    measures: {pain: 4 -> 2}

Source
------
House rule.
"""
