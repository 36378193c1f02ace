"""The command line: the whole ad job without a window, a display or a key."""

from __future__ import annotations

import os
import sys

import typer
from typer.exceptions import TyperException

from admaker_desktop import __version__
from admaker_desktop.cli import catalogues, checks, history, projects, work
from admaker_desktop.cli.output import say, write_json

_HELP = """From a client's brief to finished, checked ad files. Offline and free with the draft services.

`admaker` alone, or `admaker app [PROJECT]`, opens the window.

Every command takes --json: one JSON object (for `run` one a line) on stdout, everything else on stderr.
Exit codes: 0 done; 1 a failure, explained in one line; 2 wrong usage; 130 stopped by Ctrl-C.
"""

app = typer.Typer(
    help=_HELP, add_completion=False, no_args_is_help=False, pretty_exceptions_enable=False, rich_markup_mode=None
)
for room in (work, projects, history, catalogues, checks):
    room.add_to(app)


@app.callback(invoke_without_command=True)
def root(
    context: typer.Context, version: bool = typer.Option(False, "--version", help="Print the version and end.")
) -> None:
    """Print the help when no command is given."""
    if version:
        print(f"admaker {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        print(context.get_help())
        raise typer.Exit


def main() -> None:
    """Entry point of `admaker`."""
    os.environ.setdefault("QT_API", "pyside6")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        code = app(standalone_mode=False)
    except typer.Abort:
        sys.exit(130)
    except TyperException as error:
        message = f"{error.format_message().rstrip('.')}."
        say(f"{message} See: admaker --help")
        if "--json" in sys.argv:
            write_json({"ok": False, "error": message, "hint": "See: admaker --help"})
        sys.exit(2)
    sys.exit(code if isinstance(code, int) else 0)
