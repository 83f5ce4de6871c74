"""The skeleton, and the editor that opens again until the text is good or given up."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from massageplan.ask import editor
from massageplan.ask.editor import edit
from massageplan.ask.questions import typed
from massageplan.ask.skeleton import is_empty, lines_about, skeleton, told_before, with_lines, without_lines
from massageplan.errors import NotReadable
from massageplan.findings import Finding
from massageplan.schema.describe import describe
from massageplan.schema.gate import KINDS, Schemas, admit
from massageplan.span import Span
from massageplan.store.drafts import Draft
from massageplan.text.reader import parse

Types = Callable[..., list[str]]
Opens = Callable[..., list[str]]
DATED = [kind for kind in KINDS if kind not in ("practice", "network")]


@pytest.mark.parametrize("kind", DATED)
def test_the_skeleton_has_every_key_with_what_it_means(kind: str, schemas: Schemas) -> None:
    """Once each, as a comment."""
    lines = skeleton(schemas, kind, {"date": "2026-03-09"} if kind != "client" else {}).splitlines()
    for name in schemas.schema(kind)["properties"]:
        if name != "date":
            said = describe(schemas, kind, (name,))["description"]
            assert sum(line.startswith(f"# {name}:") for line in lines) == 1, name
            assert any(line.startswith(f"#   {said}") for line in lines), name


@pytest.mark.parametrize("kind", DATED)
def test_each_example_of_the_skeleton_is_right_when_the_mark_is_taken_off(kind: str, schemas: Schemas) -> None:
    """As the line above says to do."""
    known = {} if kind == "client" else {"date": "2026-03-09"}
    blocks = skeleton(schemas, kind, known).split("\n#\n")[1:]
    for block in blocks:
        body = "\n".join(line[2:] for line in block.splitlines()[1:]) + "\n"
        document = parse("skeleton", body.encode()).document
        assert document is not None, body
        wrong = [f for f in admit(schemas, kind, document)[1] if f.name != "missing-key"]
        assert wrong == [], body


def wrong(line: int, help: str | None = None) -> Finding:
    """Something to settle at a line."""
    return Finding("unknown-key", "There is no key measure.", Span("x.yaml", line, 1, line, 8), help)


def test_findings_stand_at_the_top_by_the_lines_the_editor_shows() -> None:
    """Their own lines are counted, and they are taken out again to the character."""
    text = "date: 2026-03-09\nmeasure: 4\n# mine\n"
    told = lines_about([wrong(2, "did you mean measures?"), wrong(2)])
    both = with_lines(text, told)
    lines = both.splitlines()
    assert lines[:3] == [
        "#! line 5:1 There is no key measure.",
        "#!     did you mean measures?",
        "#! line 5:1 There is no key measure.",
    ]
    assert lines[5 - 1] == "measure: 4"
    assert without_lines(both, told) == without_lines(both, told_before(both)) == text


def test_lines_of_the_users_own_are_not_taken_for_ours() -> None:
    """Whatever they begin with; a message of two lines stays one, so that no half of it is left."""
    own = "#! urgent\n#!/bin/sh\n#!     indented\nsaid: x\n"
    assert told_before(own) == []
    told = lines_about([wrong(1, "a help\nof two lines")])
    assert len(told) == 2
    for both in (with_lines(own, told), with_lines(own, [line + "  " for line in told]).replace("\n", "\r\n")):
        assert without_lines(both, told).replace("\r", "") == own
        assert without_lines(both, told_before(both)).replace("\r", "") == own


def test_nothing_but_comments_is_empty() -> None:
    """Also an empty front matter."""
    assert is_empty("\n# a\n---\n")
    assert not is_empty("said: x\n")


def test_an_example_is_typed_as_words() -> None:
    """True and false are yes and no."""
    assert (typed(True), typed(False), typed(3)) == ("yes", "no", "3")


@pytest.fixture
def opens(monkeypatch: pytest.MonkeyPatch, draft: Draft) -> Opens:
    """An editor that puts one text after the other into the file (None: deletes it; an error: fails)."""

    def start(*texts: str | NotReadable | None) -> list[str]:
        seen: list[str] = []
        left = list(texts)

        def open_in(words: list[str], path: object) -> None:
            seen.append(draft.text)
            text = left.pop(0)
            if isinstance(text, NotReadable):
                raise text
            draft.discard() if text is None else draft.keep(text)

        monkeypatch.setattr(editor, "command", lambda: ["an-editor"])
        monkeypatch.setattr(editor, "open_in", open_in)
        return seen

    return start


def judge(text: str) -> list[Finding]:
    """Whoever writes measure: is told."""
    return [wrong(n) for n, line in enumerate(text.splitlines(), 1) if line.startswith("measure:")]


def test_a_good_text_is_given_back(opens: Opens, draft: Draft) -> None:
    """After one look."""
    opens("said: x\n")
    assert edit(draft, "# blank\n", judge) == "said: x\n"


def test_it_opens_again_until_it_is_good(opens: Opens, types: Types, draft: Draft) -> None:
    """The second time with what is wrong at the top, the third time with what is wrong then."""
    seen = opens("measure: 4\n", "#! line 2:1 There is no key measure.\nmeasure: 4\nsaid: x\n", "said: x\n")
    said = types("", "y")
    assert edit(draft, "# blank\n", judge) == "said: x\n"
    assert seen[1] == "#! line 2:1 There is no key measure.\nmeasure: 4\n"
    assert said.count("  There is no key measure.") == 2
    assert "1 thing to settle; open the editor again? [Y/n] " in said


def test_a_line_of_the_users_own_that_looks_like_ours_is_kept(opens: Opens, types: Types, draft: Draft) -> None:
    """From the first look to the last, and in a draft that goes on."""
    own = "#! urgent\nsaid: x\n"
    opens(f"measure: 4\n{own}", f"#! line 2:1 There is no key measure.\n{own}")
    types("y")
    assert edit(draft, "# blank\n", judge) == own
    opens(f"{own}next: y\n")
    assert edit(draft, own, judge, resumed=True) == f"{own}next: y\n"


def test_what_was_told_does_not_stay_in_a_draft_that_is_given_up(opens: Opens, types: Types, draft: Draft) -> None:
    """Even where the user has written above it."""
    told = "#! line 2:1 There is no key measure.\n"
    opens("measure: 4\n", f"# mine\n{told}measure: 5\n", f"# mine\n{told}# blank\n")
    types("y", "y")
    assert edit(draft, "# mine\n# blank\n", judge) is None
    assert draft.text == "# mine\n# blank\n"


def test_it_is_given_up(opens: Opens, types: Types, draft: Draft) -> None:
    """Left as it was, emptied, deleted, or not opened again; the draft holds what was typed."""
    for text in ("# blank\n", "", None):
        opens(text)
        assert edit(draft, "# blank\n", judge) is None
    opens("measure: 4\n")
    types("n")
    assert edit(draft, "# blank\n", judge) is None
    assert draft.text.endswith("measure: 4\n")


def test_a_draft_that_goes_on_shows_at_once_what_is_wrong(opens: Opens, types: Types, draft: Draft) -> None:
    """And one that is good may be kept as it stands."""
    seen = opens("said: x\n")
    assert edit(draft, "measure: 4\n", judge, resumed=True) == "said: x\n"
    assert seen == ["#! line 2:1 There is no key measure.\nmeasure: 4\n"]
    opens("said: x\n")
    types("y")
    assert edit(draft, "said: x\n", judge, resumed=True) == "said: x\n"
    opens("said: x\n")
    types("n")
    assert edit(draft, "said: x\n", judge, resumed=True) is None


def test_an_editor_that_fails_leaves_a_draft_only_of_work(opens: Opens, draft: Draft) -> None:
    """The blank skeleton is nobody's work."""
    opens(NotReadable("The editor ended with 1."))
    with pytest.raises(NotReadable):
        edit(draft, "# blank\n", judge)
    assert not draft.path.exists()
    opens(NotReadable("The editor ended with 1."))
    with pytest.raises(NotReadable):
        edit(draft, "said: half\n", judge, resumed=True)
    assert draft.text == "said: half\n"
