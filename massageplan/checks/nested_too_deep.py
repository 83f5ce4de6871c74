"""Lists and maps stand more than 30 levels deep.

What
----
Each bracket and each further indent is one level. No record needs more than a dozen.

Why
---
This is damage or an attempt to make the program stumble, never a note about a client.

Wrong
-----
clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07
    said: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]

Right
-----
clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07
    said: x

Source
------
House rule.
"""
