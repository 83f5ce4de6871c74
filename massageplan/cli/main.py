"""The `mplan` command. Nothing heavy is imported before it is known which command runs."""

from __future__ import annotations

import sys


def main() -> None:
    """Run `mplan`. `--version` is answered before the command line library is loaded."""
    if sys.argv[1:] == ["--version"]:
        from massageplan import __version__

        print(f"mplan {__version__}")
        return
    import gc

    gc.set_threshold(100_000, 50, 50)  # a command makes many objects and ends; collecting them early is wasted
    from .app import run

    code = run(sys.argv[1:])
    gc.freeze()  # what is left is dropped with the process: looking through it once more costs a seventh of a check
    sys.exit(code)


if __name__ == "__main__":
    main()
