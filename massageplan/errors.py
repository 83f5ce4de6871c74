"""Why a run stopped. Each class carries the exit code the command ends with."""

from __future__ import annotations


class Stop(Exception):
    """A run that cannot go on; the message is one clear sentence for the user.

    Attributes:
        code: exit code of the process.
        help: what to do, one line, or nothing.
    """

    code = 70

    def __init__(self, message: str, help: str | None = None) -> None:
        super().__init__(message)
        self.help = help


class UsageError(Stop):
    """The command was asked for something it does not know (exit code 2)."""

    code = 2


class NotReadable(Stop):
    """Something could not be read or written (exit code 3)."""

    code = 3


class HasFindings(Stop):
    """The records hold errors that forbid what was asked (exit code 1)."""

    code = 1
