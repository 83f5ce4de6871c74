"""docs/cli.md out of the commands themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from massageplan import errors
from massageplan.cli.app import application

if TYPE_CHECKING:
    from collections.abc import Iterator

WIDTH = 100
"""Columns of the help texts."""

HEAD = """# Commands

Results go to standard output, everything else to standard error. `--today DATE` lets a command act as if it were
another day, `--practice FOLDER` names the practice; without it the nearest folder above that has a practice.yaml is
used, then the one in the environment variable `MPLAN_PRACTICE`. A client is any part of a name or folder that only one
client has. Colour is left out where `NO_COLOR` is set or the output is not a terminal.
"""

CODES = (
    (0, "done; nothing that has to be settled"),
    (
        errors.HasFindings.code,
        "an error was found, or with `--strict` a warning, or one that forbids what was asked",
    ),
    (errors.UsageError.code, "the command line cannot be understood, or names something that does not exist"),
    (errors.NotReadable.code, "something could not be read or written"),
    (errors.Stop.code, "a bug in massageplan; the lines above it say where"),
    (130, "stopped by you (Ctrl-C)"),
)
"""Every exit code and what it says."""


def command_page() -> str:
    """The page: how commands behave, exit codes, and the help of each command."""
    codes = "".join(f"| {code} | {what} |\n" for code, what in CODES)
    parts = [HEAD, f"## Exit codes\n\n| code | says |\n|---|---|\n{codes}"]
    parts.extend(f"## {name}\n\n```text\n{text}\n```\n" for name, text in helps())
    return "\n".join(parts)


def helps() -> Iterator[tuple[str, str]]:
    """Each command, subcommands included, with its help text."""
    top = application()
    context = top.make_context("mplan", [], resilient_parsing=True, terminal_width=WIDTH)
    yield "mplan", _help(top, context)
    yield from _below(top, context)


def _below(group: Any, context: Any) -> Iterator[tuple[str, str]]:
    for name in group.list_commands(context):
        _, command, _ = group.resolve_command(context, [name])
        inner = command.make_context(name, [], parent=context, resilient_parsing=True, terminal_width=WIDTH)
        yield inner.command_path, _help(command, inner)
        if hasattr(command, "list_commands"):
            yield from _below(command, inner)


def _help(command: Any, context: Any) -> str:
    text: str = command.get_help(context)
    return "\n".join(line.rstrip() for line in text.strip().split("\n"))
