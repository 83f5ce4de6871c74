"""Poses to try things on: each base, some that once went wrong, and random ones."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from massageplan.figures.bases import BASES
from massageplan.figures.figure import Figure
from massageplan.figures.posing import Posed, pose
from massageplan.figures.reading import read

CAT: dict[str, Any] = {
    "base": "quadruped",
    "layout": "stack",
    "poses": {
        "cat": {"lumbar": "flex 32", "thorax": "flex 38", "neck": "flex 35"},
        "cow": {"lumbar": "ext 30", "thorax": "ext 14", "neck": "ext 38"},
    },
}
BRIDGE: dict[str, Any] = {
    "base": "hook-lying",
    "layout": "stack",
    "poses": {
        "start": {},
        "end": {"body": "lean-back 22", "rest": "back", "feet": "stays", "lumbar": "ext 4", "thorax": "flex 12"},
    },
}
CURL: dict[str, Any] = {
    "base": "hook-lying",
    "pose": {"thorax": "flex 26", "neck": "flex 20", "rest": "pelvis", "hands": "toward knee-top"},
}
CHILD: dict[str, Any] = {
    "base": "quadruped",
    "pose": {
        "thighs": "forward, down 22", "lumbar": "flex 38", "thorax": "flex 25", "neck": "flex 5",
        "rest": "shanks, head", "hands": "floor forward 47",
    },
}  # fmt: skip
LUNGE: dict[str, Any] = {
    "base": "standing",
    "pose": {
        "rest": "foot.left", "hip.left": "flex 50", "knee.left": "flex 52", "hip.right": "ext 26",
        "foot.right": "ball", "ankle.right": "dorsi 8", "hands": "on hip-side", "lumbar": "flex 4",
    },
}  # fmt: skip
FIGURE_FOUR: dict[str, Any] = {
    "base": "hook-lying",
    "view": "turn -22, lift 30",
    "pose": {
        "hip.left": "flex 106", "knee.left": "flex 92", "thorax": "flex 17", "neck": "flex 20",
        "foot.right": "on knee-top.left, knee right, up 20", "hands": "hold hamstring.left",
    },
}  # fmt: skip


def figure(data: dict[str, Any]) -> Figure:
    """A figure that is known to be right."""
    found = read(data)
    assert found.figure is not None, found.flaws
    return found.figure


def posed(base: str, **joints: str) -> Posed:
    """One pose; `_` before a side stands for the dot."""
    named = {name.replace("_left", ".left").replace("_right", ".right"): phrase for name, phrase in joints.items()}
    return pose(figure({"base": base, "pose": named}))[0]


# Joint to the greatest angle of each word that random poses use.
_REACH = {
    "lumbar": {"flex": 50, "ext": 30, "turn-left": 15, "bend-right": 25},
    "thorax": {"flex": 40, "ext": 20, "turn-right": 35, "bend-left": 25},
    "neck": {"flex": 45, "ext": 50, "turn-left": 70, "bend-right": 40},
    "hip.left": {"flex": 120, "ext": 20, "abd": 40, "er": 45},
    "hip.right": {"flex": 120, "ext": 20, "add": 20, "ir": 35},
    "knee.left": {"flex": 140},
    "knee.right": {"flex": 140},
    "ankle.right": {"dorsi": 20, "plantar": 45},
    "shoulder.left": {"flex": 170, "ext": 50, "abd": 170, "er": 80},
    "shoulder.right": {"flex": 170, "across": 90, "ir": 70},
    "elbow.left": {"flex": 145, "pro": 80},
    "elbow.right": {"flex": 145, "sup": 80},
    "jaw": {"open": 25},
    "belly": {"out": 6},
}


@st.composite
def random_poses(draw: st.DrawFn) -> dict[str, Any]:
    """A figure of one pose that a body can do, from any base, seen from anywhere."""
    joints: dict[str, str] = {}
    for joint in draw(st.lists(st.sampled_from(sorted(_REACH)), max_size=6, unique=True)):
        words = draw(st.lists(st.sampled_from(sorted(_REACH[joint])), min_size=1, max_size=1))
        joints[joint] = ", ".join(f"{word} {draw(st.integers(0, _REACH[joint][word]))}" for word in words)
    turn, lift = draw(st.integers(-180, 180)), draw(st.integers(0, 60))
    return {"base": draw(st.sampled_from(sorted(BASES))), "view": f"turn {turn}, lift {lift}", "pose": joints}
