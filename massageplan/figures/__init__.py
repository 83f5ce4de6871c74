"""Pictures from text: a pose in a therapist's words to a line drawing, and the body map.

Lengths are centimetres of a person 170 cm tall; one centimetre of body is 0.30 mm on paper. The person faces
`forward` (x), their left is y, up is z; the floor is z = 0. Angles in a record are degrees.
"""
