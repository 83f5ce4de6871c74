"""A file is not written in UTF-8.

What
----
Text can be stored in several ways. Records use UTF-8, as nearly all programs do today. This file was saved
as Latin-1, Windows-1252 or UTF-16.

Why
---
Read the wrong way, names and words change: a name with an accent comes out with the wrong letter on the
handout.

Wrong
-----
A file saved with *Save as ... Encoding: ANSI* or *Unicode* in an old editor. The page cannot show it, since
this page is UTF-8 itself.

Right
-----
The same text, saved with *Encoding: UTF-8*. A mark at the start of the file (BOM) does no harm.

Source
------
House rule.
"""
