"""The body map: where it is felt, how strong (a shade) and of what kind (a pattern), on a body from front and behind.

Zones are named `low-back.right`; the side is the client's own. Lengths are millimetres of a body 1.7 m tall until
they are printed, at so many millimetres of paper for a centimetre of body.
"""
