"""Questions that share a map of the record with others: which keys are whose, and how they are worded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..frozen import Frozen

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..span import Path

WHERE = frozenset(("what", "where"))
LEVELS = frozenset(("now", "worst", "least", "usual", "rest", "moving", "night"))
SEEN = frozenset(("posture", "test", "strength", "reflex", "sensation", "girth", "length", "balance", "grip", "ppt"))
FELT = frozenset(("palpation",))
MOVED = frozenset(("rom",))


class Group(Frozen):
    """One of several questions about a map.

    Attributes:
        path: where the map stands in the record.
        title, description: label and help; the schema speaks of the whole map only.
        examples: answers as one would type them.
        mine: which of its keys the question is about.
    """

    path: Path
    title: str
    description: str
    examples: tuple[str, ...]
    mine: Callable[[str | int], bool]


GROUPS = {
    "symptoms/0/where": Group(
        ("symptoms", 0), "Where",
        "Where it is felt, the side before or behind the body part, more about it in brackets; another kind of "
        "symptom than pain stands before it.",
        ("right low back (belt line)", "headache", "tingling left hand"), lambda key: key in WHERE,
    ),
    "symptoms/0/now": Group(
        ("symptoms", 0), "How strong",
        "0 is none and 10 the worst one can think of. Bare numbers are now, worst and least; others behind their word.",
        ("5 8 2", "now 5, worst 8, night 6"), lambda key: key in LEVELS,
    ),
    "symptoms": Group(
        ("symptoms",), "Other symptoms",
        "What else is felt, where, and how strong it is now.",
        ("tingling right hand 3; headache 6",), lambda key: key != 0,
    ),
    "measures/rom": Group(
        ("measures",), "Movements",
        "Range of each movement you test, with the side; behind the figure how much it hurts, how the end feels, and "
        "a remark in brackets.",
        ("lumbar flex 40 hurts 4 (pull on the right)", "lat flex L 14 R 22", "slr L 75 neg R 50 pos"),
        lambda key: key in MOVED,
    ),
    "measures/palpation": Group(
        ("measures",), "Palpation",
        "What you feel under your hands: the body part, the side, high or low tone, tender 0-10, trigger points, "
        "warm or cool, swelling; a remark in brackets.",
        ("QL R high tender 6, glutes L tender 3", "suboccipitals B tight tp 2"), lambda key: key in FELT,
    ),
    "measures/test": Group(
        ("measures",), "Posture, tests, strength",
        "What you see, special tests by their name, and strength as a grade of five.",
        ("posture head forward, slump L neg R pos", "str hip abd L 4/5 R 3+/5", "reflex knee L 2+ R 2+"),
        lambda key: key in SEEN,
    ),
    "measures/score": Group(
        ("measures",), "Scores",
        "Totals of questionnaires, or all answers of one form in a row (- for one not answered), and activities in "
        "the client's words. ask and a name puts its questions one by one.",
        ('psfs "Lift my daughter" 4', "rmdq 11", "odi 3 2 - 1 0 2 2 1 3 2", "ask peg"),
        lambda key: key not in SEEN | FELT | MOVED,
    ),
}  # fmt: skip
"""By the name under which `questions.ASKED` lists them."""
