"""There is an invisible control character in a file.

What
----
Characters such as NUL, bell or form feed have no place in a text. Tabs and line breaks are not meant.

Why
---
They come from a damaged file or from pasting out of another program. They cannot be seen, and what stands
around them may be damaged too.

Wrong
-----
A text pasted from a scanned letter, with a form feed between its pages. The page cannot show it, since the
character is invisible.

Right
-----
The same text with the character deleted. Most editors can show invisible characters.

Source
------
House rule.
"""
