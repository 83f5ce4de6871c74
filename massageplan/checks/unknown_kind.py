"""The name of a file or folder does not say what it is.

What
----
A record's file name is its date (or moment), a hyphen and its kind: `2026-09-07-session.yaml`. A client's
folder is named by initials and four characters: `jd-7k2m`. This name is neither, so the file is not read.

Why
---
A record that is not read is missing from the chart without anybody noticing, if nothing is said.

Wrong
-----
clients/jd-7k2m/2026-09-07-sesion.yaml::

    date: 2026-09-07
    measures: {pain: 4 -> 2}

Right
-----
clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07
    measures: {pain: 4 -> 2}

Source
------
House rule.
"""
