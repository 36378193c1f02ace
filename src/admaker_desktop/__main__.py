"""The command `admaker`, also as `python -m admaker_desktop`: the window without arguments, else the command line."""

from __future__ import annotations

import sys


def main() -> None:
    """Entry point; imports late, so that a stop while the app is loading is answered like any other."""
    try:
        if sys.argv[1:2] in ([], ["app"]):  # the window does not wait for the command line's imports
            from admaker_desktop.app import main as open_window

            sys.exit(open_window(sys.argv[2:]))
        from admaker_desktop.cli.main import main as run

        run()
    except KeyboardInterrupt:
        sys.stderr.write("Stopped.\n")
        sys.exit(130)


if __name__ == "__main__":
    main()
