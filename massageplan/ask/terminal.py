"""Lines asked for at a terminal."""

from __future__ import annotations

import sys
from typing import Literal

from ..frozen import Frozen

Move = Literal["answer", "skip", "back", "help", "end"]


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


def ask(prompt: str, typed: str = "") -> Said:
    """Ask for one line. Control characters that a terminal would not show are taken out.

    Args:
        typed: what stands there already, to be mended.
    """
    if sys.stdout.isatty():
        import readline

        readline.set_auto_history(False)
        readline.set_startup_hook(lambda: readline.insert_text(typed))
    try:
        if sys.stdout.isatty():
            line = input(prompt)
        else:
            print(prompt, end="", file=sys.stderr, flush=True)
            line = input()
    except EOFError:
        print(file=sys.stderr)
        return Said("end")
    text = "".join(c for c in line if c.isprintable()).strip()
    signs: dict[str, Move] = {"": "skip", "<": "back", "?": "help"}
    return Said(signs[text]) if text in signs else Said("answer", text)


def say(text: str = "") -> None:
    """A line to read, beside the results."""
    print(text, file=sys.stderr, flush=True)


def agrees(question: str, usual: bool = True) -> bool:
    """Yes or no; Enter is what is usual, a closed terminal no."""
    while True:
        said = ask(f"{question} [{'Y/n' if usual else 'y/N'}] ")
        if said.move == "skip":
            return usual
        if said.move == "end":
            return False
        if said.text.casefold() in ("y", "yes"):
            return True
        if said.text.casefold() in ("n", "no"):
            return False
        say("  y or n, please")


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
