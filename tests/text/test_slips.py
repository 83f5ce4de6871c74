"""The commonest slips, each at the character where it was made, with the line to type instead."""

from __future__ import annotations

import re

import pytest

from massageplan.text.reader import parse

SYNTAX = "yaml-syntax"
REFUSED = "unsupported-yaml"
STRAY = "not a key with a value, and not a list item"

SLIPS = [
    # a sign that means something in YAML begins the text
    ("said: *much* better", "1:7", SYNTAX, "alias", 'type "*much* better"'),
    ("said: - worse", "1:7", SYNTAX, "list item", 'type "- worse"'),
    ("said: -", "1:7", SYNTAX, "list item", 'type "-"'),
    ("said: @home all week", "1:7", SYNTAX, "@", 'type "@home all week"'),
    ("said: `numb`", "1:7", SYNTAX, "`", 'type "`numb`"'),
    ("said: %50 better", "1:7", SYNTAX, "%", 'type "%50 better"'),
    ("said: ? unsure", "1:7", SYNTAX, "a ? and a space", 'type "? unsure"'),
    ("said: > 5 at night", "1:7", SYNTAX, "block of text", 'type "> 5 at night"'),
    ("said: |quick", "1:7", SYNTAX, "block of text", 'type "|quick"'),
    ("list:\n  - @home", "2:5", SYNTAX, "@", 'type "@home"'),
    ("said: &c", "1:7", REFUSED, "anchor", 'type "&c" in quotes'),
    ("said: *c", "1:7", REFUSED, "alias", 'type "*c" in quotes'),
    ("said: !important", "1:7", REFUSED, "tag", "put the text in quotes"),
    ("a: !!int 3", "1:4", REFUSED, "tag", "put the text in quotes"),
    # a colon inside a text
    ("said: Pain: worse at night", "1:11", SYNTAX, "colon and a space", 'type said: "Pain: worse at night"'),
    ('said: He said: "no"', "1:14", SYNTAX, "colon and a space", 'type said: "He said: \\"no\\""'),
    ("said: worse: ", "1:12", SYNTAX, "colon and a space", 'type said: "worse:"'),
    ("- do: walk: slowly", "1:11", SYNTAX, "colon and a space", 'type do: "walk: slowly"'),
    ("note: 😀 Pain: worse", "1:13", SYNTAX, "colon and a space", 'type note: "😀 Pain: worse"'),
    ("date: 2026-01-01\nvisit:3\nsaid: ok", "2:6", SYNTAX, "no space behind the colon", "type visit: 3"),
    # quotes
    ('said: "It caught" twice', "1:18", SYNTAX, "quotes end here", "type \"'It caught' twice\""),
    ("said: 'it's late'", "1:11", SYNTAX, "quotes end here", "type \"'it's late'\""),
    ("said: 'twas the left", "1:7", SYNTAX, "never closed", 'type "\'twas the left", or close it'),
    ('said: "open\nvisit: 2', "1:7", SYNTAX, "never closed", 'type "open", or close it'),
    # brackets
    ("said: [a, b", "1:7", SYNTAX, "[ opened here", "close it with ]"),
    ("did: {use: petrissage\nsaid: ok", "1:6", SYNTAX, "{ opened here", "close it with }"),
    ("said: [left] arm", "1:14", SYNTAX, "behind it", 'type "[left] arm", or delete what follows the bracket'),
    ("said: }", "1:7", SYNTAX, "not the YAML", "look at quotes, brackets and indentation"),
    ("- a\nb: c", "2:1", SYNTAX, "not the YAML", "look at quotes, brackets and indentation"),
    # indentation and stray lines
    ("date: 2026-01-01\n\tvisit: 3", "2:1", SYNTAX, "tab", "use spaces"),
    ("measures:\n\trom: 3", "2:1", SYNTAX, "tab", "use spaces"),
    ("date: 2026-01-01\n  visit: 3", "2:3", SYNTAX, "further right", "begin it in column 1, or"),
    ("measures:\n  rom: 3\n pain: 4", "3:1", SYNTAX, STRAY, "write key: value"),
    ("said: ok\nthis is loose", "2:1", SYNTAX, STRAY, "write key: value"),
    ("this is loose\nsaid: ok", "1:1", SYNTAX, "neither a key", "put the text above in quotes"),
    ("a:\n  - b\n - c", "3:1", SYNTAX, STRAY, "indented like its neighbours"),
    # what a record has no use for
    ("a: 1\n---\nb: 2", "2:1", REFUSED, "second document", "make a file of its own of it"),
    ("%YAML 1.1\n---\na: 1", "1:1", REFUSED, "directive", "delete the line"),
    ("<<: {a: 1}", "1:1", REFUSED, "merge", "write the keys out"),
    ("[a, b]: c", "1:1", REFUSED, "one word", "write it as one word"),
    ("? [a]\n: b", "1:3", REFUSED, "one word", "write it as one word"),
    ("visit: 1\nsaid: ok\nvisit: 2", "3:1", "duplicate-key", "second time", "delete or rename one"),
    # lost without a word
    ("pain: >5", "1:7", "empty-block-text", "begins with >", "write over 5"),
    ("said: |", "1:7", "empty-block-text", "begins with |", "put it in quotes"),
    ("said: Crate #2 is worst", "1:13", "text-cut-by-hash", "comment", "put the text in quotes"),
    ("said: ok  #2 is worst", "1:11", "text-cut-by-hash", "comment", "two spaces before a real comment"),
    ("left: {did: ice, rest}", "1:18", "comma-split", "comma", '"ice, rest"'),
    ("rom: {left: 1,5, right: 2}", "1:15", "comma-split", "comma", "whole text in quotes"),
]


@pytest.mark.parametrize(("text", "place", "name", "message", "help"), SLIPS, ids=[s[0] for s in SLIPS])
def test_slip(text: str, place: str, name: str, message: str, help: str | None) -> None:
    """One finding, where the slip was made, that says what happened and what to type."""
    (finding,) = parse("f.yaml", text.encode()).findings
    assert f"{finding.span.line}:{finding.span.column}" == place
    assert finding.name == name
    assert message in finding.message
    assert help is None or (finding.help and help in finding.help)


@pytest.mark.parametrize("text", [s[0] for s in SLIPS if s[4] and s[4].startswith("type ") and "," not in s[4]])
def test_the_help_can_be_typed(text: str) -> None:
    """What a help tells to type is read without a finding, and is the text that was meant."""
    help = parse("f.yaml", text.encode()).findings[0].help or ""
    typed = re.sub(r"^type | in quotes$", "", help)
    parsed = parse("f.yaml", f"{typed}\n".encode())
    assert parsed.findings == ()
    assert parsed.document is not None


@pytest.mark.parametrize(
    "text",
    [
        "said: fine  # a comment",
        "# only a word before\nsaid: worse # at night",
        'said: "Crate #2 is worst"',
        "said: Crate#2",
        "said: |\n  Crate #2",
        "said: <33",
        "said: -5",
        "said: call at *once* & wait, 100% sure!",
        "list: [a, b]  # two",
        "empty: {left: , right: 3}",
        "a: {b: , c: 1}",
        "start: 17:30",
    ],
)
def test_no_slip(text: str) -> None:
    """What looks odd and is right is let through."""
    assert parse("f.yaml", text.encode()).findings == ()


def test_a_key_twice_points_at_the_first() -> None:
    """The other place is told."""
    (finding,) = parse("f.yaml", b"visit: 1\nsaid: ok\nvisit: 2").findings
    assert [str(span) for span in finding.related] == ["f.yaml:1:1"]
