"""A file of the practice is a link to somewhere else.

What
----
The file is a symbolic link, and what it points at lies outside the practice folder.

Why
---
A backup of the folder would not hold it, and a shared folder could show files of yours that were never meant
for it. So the link is not followed.

Wrong
-----
`clients/jd-7k2m/2026-09-07-session.yaml` is a link to a file on the desktop.

Right
-----
The file itself lies in the client's folder. A link from one place of the practice to another is fine.

Source
------
House rule.
"""
