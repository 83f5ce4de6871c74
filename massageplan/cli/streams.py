"""Standard input, output and error as the caller left them: closed, full, or of an encoding that lacks letters."""

from __future__ import annotations

import codecs
import errno
import io
import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ..errors import NotReadable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

_SPELLED = "massageplan-spelled"
_OF_STREAMS = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EPIPE, errno.EBADF, errno.EAGAIN))


def _spelled(error: UnicodeError) -> tuple[str, int]:
    """Letters that an encoding lacks, as JSON spells them too: `\\u00eb`."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    units = error.object[error.start : error.end].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[n : n + 4]}" for n in range(0, len(units), 4)), error.end


def open_all() -> None:
    """Make every stream usable: a closed one gives and takes nothing, and a letter it lacks is spelled out."""
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115 - as long as the program runs
    codecs.register_error(_SPELLED, _spelled)
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 - likewise
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_SPELLED)


def flushed() -> OSError | None:
    """Write out what was printed; gives the reason why that cannot be done, and then what is left goes nowhere."""
    failed = None
    for stream in (sys.stderr, sys.stdout):
        try:
            stream.flush()
        except OSError as error:
            failed = error
            _to_nowhere(stream)
    return failed


def _to_nowhere(stream: TextIO) -> None:
    """Let a stream go nowhere from now on, and what still waits to be written."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def is_of_stream(error: OSError) -> bool:
    """Whether an error comes from printing: it names no file (all that the store does with files, it tells itself)."""
    return error.filename is None and error.errno in _OF_STREAMS


@contextmanager
def after(what: str) -> Iterator[None]:
    """For what is printed after something was done, so that nobody does it again where it cannot be printed.

    Args:
        what: what was done, as the beginning of a sentence.

    Raises:
        NotReadable: standard output cannot be written.
    """
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        _to_nowhere(sys.stdout)
        raise NotReadable(f"{what}, but standard output {unwritten(error)}", "it need not be done again") from error


def unwritten(error: OSError) -> str:
    """The end of a sentence about a stream."""
    return f"cannot be written: {(error.strerror or str(error)).lower()}."
