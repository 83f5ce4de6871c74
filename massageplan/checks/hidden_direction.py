"""An invisible character turns the direction of the text.

What
----
Some characters make the text after them run from right to left on the screen, while it is stored from left to
right.

Why
---
A text can then read otherwise than it is stored: `take 2, not 12` could be shown as something else. In Arabic
or Hebrew text such characters can be right; then keep them and silence this finding with `allow`.

Wrong
-----
A text pasted from a web page, with a character such as U+202E in it. The page cannot show it, since the
character is invisible.

Right
-----
The same text with the character deleted.

Source
------
House rule.
"""
