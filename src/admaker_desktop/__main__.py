"""The command `admaker`, also as `python -m admaker_desktop`: starts the command line; Ctrl-C is heard from here on."""

from __future__ import annotations

import sys


def main() -> None:
    """Entry point; imports late, so that a stop while the app is loading is answered like any other."""
    try:
        from admaker_desktop.cli.main import main as run

        run()
    except KeyboardInterrupt:
        sys.stderr.write("Stopped.\n")
        sys.exit(130)


if __name__ == "__main__":
    main()
