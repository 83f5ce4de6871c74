"""A file of the practice cannot be read.

What
----
The file may not be opened, is a folder, or is larger than 1 MB.

Why
---
What cannot be read is left out of the chart, and the next visit would be planned without it. The other files
are read all the same.

Wrong
-----
A folder named `2026-09-07-session.yaml`; a record that belongs to another user of the computer; a scan of
20 MB pasted into a record.

Right
-----
Records are small text files that you may read and write. Scans, photos and letters lie in `files/` inside the
client's folder, and a record names them under `files:`.

Source
------
House rule.
"""
