"""How a command ends: known failures as one line with the exit code of DESIGN.md section 8, bugs with a log."""

from __future__ import annotations

import functools
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import ParamSpec, TypeVar

import typer

from admaker_desktop.cli.output import say, write_json
from admaker_desktop.core.errors import AdMakerError, Cancelled, UsageError
from admaker_desktop.project.content import storage_error
from admaker_desktop.settings.home import find_home

P = ParamSpec("P")
R = TypeVar("R")

FAILED = 1
WRONG_USAGE = 2
STOPPED = 130


def guarded(command: Callable[P, R]) -> Callable[P, R]:
    """A command whose failures are explained; it ends the process with the right code."""

    @functools.wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except UsageError as error:
            _explain(error, bool(kwargs.get("as_json")))
            sys.exit(WRONG_USAGE)
        except AdMakerError as error:
            _explain(error, bool(kwargs.get("as_json")))
            sys.exit(FAILED)
        except (Cancelled, KeyboardInterrupt):
            say("Stopped. What was finished is kept; the same command goes on from there.")
            sys.exit(STOPPED)
        except BrokenPipeError:
            sys.stderr.close()  # nobody reads any more: nothing left to say
            sys.exit(FAILED)
        except typer.Exit:
            raise  # a result, not a failure
        except OSError as error:
            refused = storage_error("Reading or writing", Path(error.filename or "a file"), error)
            _explain(refused, bool(kwargs.get("as_json")))
            sys.exit(FAILED)
        except Exception:  # noqa: BLE001 - the last stop before a traceback reaches a user: it is logged, and said
            bug = AdMakerError(
                "Something went wrong that AdMaker does not know.", details=_log_crash(), hint="Details: {details}"
            )
            _explain(bug, bool(kwargs.get("as_json")))
            sys.exit(FAILED)

    return run


def _explain(error: AdMakerError, as_json: bool) -> None:
    say(error.sentence())
    if as_json:
        write_json({"ok": False, "error": error.message.text(), "hint": error.hint.text()})


def _log_crash() -> str:
    text = traceback.format_exc()
    path = find_home().root / "logs" / f"crash-{time.strftime('%Y%m%d-%H%M%S')}.txt"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError:
        return text.splitlines()[-1]
    return str(path)
