"""Lines asked for at a terminal."""

from __future__ import annotations

import sys
import textwrap
import unicodedata
from typing import Literal

from ..frozen import Frozen

Move = Literal["answer", "skip", "back", "help", "end"]

PROMPT = "  > "
"""Where an answer is typed: short, so that a narrow terminal has room for it."""

_NARROWEST = 30
_UNSEEN = frozenset("\u2066\u2067\u2068\u2069\u202a\u202b\u202c\u202d\u202e\ufeff")
"""Marks that turn the direction of text, or that no program shows; no record may hold them."""


class Said(Frozen):
    """What was typed at a prompt.

    Attributes:
        move: an answer, or one of the signs: Enter, `<`, `?`; `end` when the terminal was closed (or Ctrl-D).
        text: the answer, without blanks around it.
    """

    move: Move
    text: str = ""


def here() -> bool:
    """Whether a person can be asked."""
    return sys.stdin.isatty()


def ask(prompt: str = PROMPT, typed: str = "", joint: str = " ") -> Said:
    """Ask for one line.

    Args:
        typed: what stands there already, to be mended.
        joint: what becomes of the line breaks of a text that is pasted.
    """
    try:
        if sys.stdout.isatty():
            _prepare(typed)
            line = input(prompt)
        else:
            print(prompt, end="", file=sys.stderr, flush=True)
            line = input()
    except EOFError:
        print(file=sys.stderr)
        return Said("end")
    return read(joint.join(line.splitlines()))


def read(line: str) -> Said:
    """What a line is: an answer, or one of the signs."""
    text = cleaned(line)
    signs: dict[str, Move] = {"": "skip", "<": "back", "?": "help"}
    return Said(signs[text]) if text in signs else Said("answer", text)


def _prepare(typed: str) -> None:
    """The line editor: no answer is remembered for the next prompt, and Tab does not list files.

    Without a text to mend there is no hook: what a hook raises is lost, and so would be a Ctrl-C that comes just then.
    """
    import readline

    readline.set_auto_history(False)
    readline.parse_and_bind("tab: self-insert")
    readline.set_startup_hook((lambda: readline.insert_text(typed)) if typed else None)


def cleaned(line: str) -> str:
    """A line as typed or pasted, without blanks around it and without what a terminal does not show.

    Tabs, line breaks and hard blanks become blanks; joiners inside emoji and scripts stay.
    """
    blank = "".join(" " if c.isspace() else c for c in line)
    return "".join(c for c in blank if unicodedata.category(c) not in ("Cc", "Cs") and c not in _UNSEEN).strip()


def remember(line: str) -> bool:
    """Let the arrow up bring a line back at the next prompts; whether this terminal can."""
    if not sys.stdout.isatty():
        return False
    import readline

    readline.clear_history()
    readline.add_history(line)
    return True


def say(text: str = "") -> None:
    """A line to read, beside the results."""
    print(text, file=sys.stderr, flush=True)


def wrapped(text: str, width: int, indent: int = 2) -> list[str]:
    """A sentence as lines that fit, each indented; words are never cut apart at hyphens."""
    blank = " " * indent
    return textwrap.wrap(
        text, max(_NARROWEST, width - 1), initial_indent=blank, subsequent_indent=blank, break_on_hyphens=False
    )


def agrees(question: str, usual: bool = True) -> bool | None:
    """Yes or no; Enter is what is usual. None, which counts as no, where the terminal was closed."""
    while True:
        said = ask(f"{question} [{'Y/n' if usual else 'y/N'}] ")
        if said.move == "skip":
            return usual
        if said.move == "end":
            return None
        if said.text.casefold() in ("y", "yes"):
            return True
        if said.text.casefold() in ("n", "no"):
            return False
        say(f"  y for yes, n for no; Enter is {'yes' if usual else 'no'}")


def choose(question: str, choices: tuple[str, ...]) -> int | None:
    """The place of the choice in the list; None for Enter or a closed terminal."""
    for n, choice in enumerate(choices, 1):
        say(f"  {n}  {choice}")
    while True:
        said = ask(question)
        if said.move in ("skip", "end", "back"):
            return None
        if said.text.isdecimal() and 0 < int(said.text) <= len(choices):
            return int(said.text) - 1
        say(f"  a number from 1 to {len(choices)}, or Enter for none")
