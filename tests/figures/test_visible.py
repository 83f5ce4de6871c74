"""What an author tinted is seen, or they are told."""

from __future__ import annotations

from typing import Any

import pytest

from massageplan.figures.posing import pose
from massageplan.figures.visible import doubts

from .poses import figure


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (
            {"base": "standing", "view": "front", "highlight": ["low-back"], "pose": {}},
            "The tint of low-back faces away.",
        ),
        ({"base": "hook-lying", "highlight": ["flank.left"], "pose": {}}, "The tint of flank.left faces away."),
        (
            {
                "base": "hook-lying",
                "highlight": ["low-back"],
                "pose": {"hip.right": "flex 122", "knee.right": "flex 132"},
            },
            "The tint of low-back is covered by",
        ),
        ({"base": "standing", "view": "front", "highlight": ["hamstring.left"], "pose": {}}, "faces away"),
        ({"base": "seated", "crop": "chest-up", "highlight": ["calf.right"], "pose": {}}, "covered by 100%"),
    ],
)
def test_a_hidden_tint_is_told(data: dict[str, Any], says: str) -> None:
    shown = figure(data)
    (doubt,) = doubts(shown, pose(shown))
    assert says in doubt.message
    assert doubt.path == ("highlight",)


def test_a_tint_that_is_seen_is_not_told() -> None:
    shown = figure(
        {"base": "standing", "view": "back", "highlight": ["low-back", "calf.left", "calf.right"], "pose": {}}
    )
    assert doubts(shown, pose(shown)) == []
