"""A paper that a record names is not there, or is not the one it was.

What
----
`files:` of a record or of the client names papers in the client's `files/`, and there is none of that name; or
`sha256-` stands behind the name, and the bytes of the file come to something else. It is looked at by `mplan check`.

Why
---
A signed page that is lost, or that was changed after it was signed, proves nothing. The record goes on saying that
it is there, until somebody asks to see it.

Wrong
-----
clients/jd-7k2m/2026-09-21-followup.yaml::

    date: 2026-09-21
    of: 2026-09-14-referral
    what: answered
    files: [report.md, 2026-09-21-letter.md sha256-0000]

clients/jd-7k2m/2026-09-14-referral.yaml::

    date: 2026-09-14
    to: okafor
    why: Is it safe to load the leg?

clients/jd-7k2m/files/2026-09-21-letter.md::

    She may load the leg.

Right
-----
clients/jd-7k2m/2026-09-21-followup.yaml::

    date: 2026-09-21
    of: 2026-09-14-referral
    what: answered
    files: 2026-09-21-letter.md sha256-e83cb472b96e03b4ddbab5452542b75339d7b7d2aa1b36a9fa253c671845dac5

clients/jd-7k2m/2026-09-14-referral.yaml::

    date: 2026-09-14
    to: okafor
    why: Is it safe to load the leg?

clients/jd-7k2m/files/2026-09-21-letter.md::

    She may load the leg.

Source
------
House rule.
"""
