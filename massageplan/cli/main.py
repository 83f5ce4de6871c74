"""The `mplan` command. Nothing heavy is imported before it is known which command runs."""

from __future__ import annotations

import sys


def main() -> None:
    """Run `mplan`. `--version` is answered before the command line library is loaded."""
    if sys.argv[1:] == ["--version"]:
        from massageplan import __version__

        print(f"mplan {__version__}")
        return
    from .app import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
