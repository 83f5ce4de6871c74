"""Whatever is typed while a draft is gone through, there is no traceback and the plan is one."""

from __future__ import annotations

from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from ask.drafted import PARTS, plan_of, review
from massageplan.ask import terminal
from massageplan.ask.parts import gone_through, read_plan
from massageplan.ask.review import go_through
from massageplan.schema.gate import Schemas
from massageplan.store import resources

SCHEMAS = Schemas(resources.schema)
TYPED = st.lists(
    st.one_of(
        st.sampled_from(["", "", "", "c", "d", "?", "<", "k", "+", "to 7", "to", "by", "id", "do", "use", "where x; y",
                         "goal zork", "1", "1 x", "sets 3", "at -", "advice", "goal", "settings x", "why", "say null"]),
        st.text(max_size=12),
    ),
    max_size=40,
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(TYPED)
def test_any_lines_leave_a_valid_plan(lines: list[str]) -> None:
    """What is kept for another time reads back as the same plan."""
    left = list(lines)

    def ask(prompt: str = "", typed: str = "") -> terminal.Said:
        return terminal.read(left.pop(0)) if left else terminal.Said("end")

    with patch.object(terminal, "ask", ask), patch.object(terminal, "say", lambda text="": None):
        parts, _ = go_through(PARTS, review(SCHEMAS))
    plan = {"date": "2026-03-09", **plan_of(parts)}
    assert SCHEMAS.fits("plan", plan), plan
    again, rest = read_plan(plan, {}, gone_through(parts))
    assert {**rest, **plan_of(again)} == plan
