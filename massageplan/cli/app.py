"""The group of commands: each is imported when it is called, and all are listed in help and suggestions."""

from __future__ import annotations

import importlib
import os
import sys
from contextlib import suppress
from typing import Any

import typer
from typer.core import TyperGroup

from ..errors import NotReadable, Stop
from . import streams

PANELS = {
    "Start": {
        "demo": "See it work: example clients, checked, and a handout made.",
        "init": "Make a practice folder, or set up a clone of one.",
        "library": "Look up exercises, movements, instruments, techniques, sources.",
        "explain": "Say what a finding means and how to settle it.",
        "schema": "Print the schema of a kind of record.",
    },
    "Record": {
        "new-client": "Make the folder of a new client.",
        "note": "Note a visit in one line.",
        "session": "Note a visit, kept or missed.",
        "checkin": "Note what the client tells between visits.",
        "history": "Note what went before: operations, medicines, allergies ...",
        "consent": "Note what the client agrees to, refuses or takes back.",
        "event": "Note what happened outside the plan.",
        "assess": "Note what was heard and measured.",
        "plan": "Draft a treatment plan from the assessment, line by line.",
        "refer": "Note that you ask somebody else to help.",
        "followup": "Note what became of a plan or a referral.",
        "discharge": "Note that care ends, and what goes on at home.",
    },
    "Mend": {
        "edit": "Correct a record.",
        "undo": "Take back your newest change.",
        "move": "Move a record to the client it belongs to.",
        "drop": "Take a record out, and say why.",
        "save": "Check and commit what was made by hand.",
    },
    "Look": {
        "today": "What is unsaved, unfinished or due.",
        "show": "Read a client's records, or list the clients.",
        "log": "What was recorded of a client, and what became of it.",
        "check": "Check the records, to the character.",
        "audit": "See what an inspection would look for.",
    },
    "Hand over": {
        "handout": "Make a client's homework handout.",
        "agreement": "Make the page that client and therapist sign, or keep it signed.",
        "forms": "Make a paper form: intake, consent, reassessment.",
    },
}
"""Every command with its line in `mplan --help`, sorted as it is used."""

HIDDEN = {"hook": "What git calls before a commit or a push."}
"""Commands that no person calls."""

COMMANDS = {name: line for lines in PANELS.values() for name, line in lines.items()}
"""The same without the headings."""


def _load(name: str) -> Any:
    module = importlib.import_module(f"{__package__}.{name.replace('-', '_')}")
    group = isinstance(getattr(module, "app", None), typer.Typer)
    app: typer.Typer = module.app if group else typer.Typer(add_completion=False)
    if not group:
        app.command(name, help=module.run.__doc__)(module.run)
    app.pretty_exceptions_enable = False
    app.rich_markup_mode = _markup()
    command = typer.main.get_command(app)
    command.name = name
    return command


def _markup() -> Any:
    """Rich help on a terminal only: it costs more than the rest of the start."""
    return "rich" if sys.stdout.isatty() and not os.environ.get("NO_COLOR") else None


class LazyGroup(TyperGroup):
    """Commands by name; a stand-in lists each until it is called."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        from typer.core import TyperCommand

        for panel, lines in PANELS.items():
            for name, line in lines.items():
                stand_in = TyperCommand(name, help=line, rich_markup_mode=_markup(), rich_help_panel=panel)
                self.commands[name] = stand_in
        for name, line in HIDDEN.items():
            self.commands[name] = TyperCommand(name, help=line, hidden=True)

    def list_commands(self, ctx: Any) -> list[str]:
        """Names in the order of use, not of the alphabet."""
        return list(COMMANDS)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The real command in place of its stand-in."""
        name, command, rest = super().resolve_command(ctx, args)
        return name, _load(name) if name in COMMANDS or name in HIDDEN else command, rest

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """The commands under their headings, where help is plain text."""
        wide = max(map(len, COMMANDS))
        for panel, lines in PANELS.items():
            with formatter.section(panel):
                formatter.write_dl([(name.ljust(wide), line) for name, line in lines.items()])

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The real command while completing, else the stand-in."""
        if cmd_name in COMMANDS and os.environ.get("_MPLAN_COMPLETE"):
            return _load(cmd_name)
        return super().get_command(ctx, cmd_name)


def _version(value: bool) -> None:
    if value:
        from .. import __version__

        typer.echo(f"mplan {__version__}")
        raise typer.Exit


def _main(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version."),
) -> None:
    """Treatment plans for massage therapists, in plain text.

    Records are YAML files in a practice folder: one folder a client, one file a visit, plan or letter.
    Begin with "mplan demo", then "mplan init".
    """


def application() -> Any:
    """The click command of the whole program."""
    app = typer.Typer(
        cls=LazyGroup, no_args_is_help=True, rich_markup_mode=_markup(), pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )  # fmt: skip
    app.callback()(_main)
    return typer.main.get_command(app)


def run(arguments: list[str]) -> int:
    """Run one command line and give the exit code: 0 ok, 1 findings, 2 usage, 3 cannot read or write, 70 bug."""
    sys.setrecursionlimit(3000)
    streams.open_all()
    failed = None
    try:
        code = _run(arguments)
    except OSError as error:
        if streams.is_of_stream(error):
            code, failed = 0, error
        else:
            code = _bug()
    failed = streams.flushed() or failed
    if failed is None or isinstance(failed, BrokenPipeError):
        return code
    with suppress(OSError):  # standard error may be the one
        print(f"mplan: standard output {streams.unwritten(failed)}", file=sys.stderr)
        print("       what was changed in the practice stays changed", file=sys.stderr)
    return NotReadable.code


def _bug() -> int:
    """Tell the error that is at hand as a bug of ours."""
    import traceback

    traceback.print_exc()
    print("mplan: this is a bug in massageplan; please report the lines above.", file=sys.stderr)
    return 70


def _run(arguments: list[str]) -> int:
    """The same, but what cannot be printed is raised."""
    try:
        code = application()(args=arguments, prog_name="mplan", standalone_mode=True)
    except Stop as stop:
        from ..report.safe import one_line

        print(f"mplan: {one_line(str(stop))}", file=sys.stderr)
        if stop.help:
            print(f"       {one_line(stop.help)}", file=sys.stderr)
        return stop.code
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        return 130
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(bool(end.code))
    except OSError:
        raise
    except Exception:
        return _bug()
    return code if isinstance(code, int) else 0
