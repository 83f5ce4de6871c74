"""The user's editor as a program."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from typing import TYPE_CHECKING

from ..errors import NotReadable, UsageError

if TYPE_CHECKING:
    from pathlib import Path


def command() -> list[str]:
    """The editor's command line: `$VISUAL`, else `$EDITOR`, else one that is there.

    Raises:
        UsageError: there is none, or the variable cannot be read as a command.
    """
    for name in ("VISUAL", "EDITOR"):
        words = os.environ.get(name, "").strip()
        if words:
            try:
                return shlex.split(words)
            except ValueError:
                raise UsageError(f"${name} cannot be read as a command: {words[:60]}", "mend its quotes") from None
    for known in ("nano", "notepad", "vi"):
        if shutil.which(known):
            return [known]
    raise UsageError("No editor was found.", "name yours: export EDITOR=...; or use --from FILE")


def open_in(words: list[str], path: Path) -> None:
    """Run the editor on a file until it is closed.

    Raises:
        NotReadable: it cannot be started, or says itself that it failed.
    """
    try:
        done = subprocess.run([*words, os.fspath(path)], check=False)
    except OSError as error:
        message = f"The editor {words[0]} cannot be started: {(error.strerror or str(error)).lower()}."
        raise NotReadable(message, "name yours: export EDITOR=...") from error
    if done.returncode:
        raise NotReadable(f"The editor {words[0]} ended with {done.returncode}.", "what you wrote is kept as a draft")
