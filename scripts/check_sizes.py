"""Sizes that keep code readable: modules, classes, functions and parameter lists that grew too large are listed."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MODULE_WARN, MODULE_FAIL = 400, 600
CLASS_FAIL, FUNCTION_FAIL, PARAMETERS_FAIL = 300, 60, 6
ROOTS = ("src", "scripts", "benchmarks", "tests")
OPTIONS_ARE_PARAMETERS = ("src/admaker_desktop/cli",)
"""Typer reads a command's options from its parameters: there a long list is a long help text, not a long call."""

REVIEWED_PARAMETERS = {
    "src/admaker_desktop/engine/registry.py:node": "a node type's facts, by keyword, read on the node's first line",
}
"""Functions that may take more, each with its reason."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something larger than it should be, at a line of a file."""

    path: Path
    line: int
    what: str
    fails: bool


def check_module(path: Path, name: Path) -> Iterator[Finding]:
    """What is too large in a file; `name` is how it is called in the findings, relative to the repository."""
    text = path.read_text(encoding="utf-8")
    lines = len(text.splitlines())
    if lines > MODULE_WARN:
        yield Finding(
            name, 1, f"module of {lines} lines (aim {MODULE_WARN}, at most {MODULE_FAIL})", lines > MODULE_FAIL
        )
    counts_parameters = not name.as_posix().startswith(OPTIONS_ARE_PARAMETERS)
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ClassDef):
            yield from _too_long(name, node, "class", CLASS_FAIL)
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from _too_long(name, node, "function", FUNCTION_FAIL)
            count = parameter_count(node)
            is_reviewed = f"{name.as_posix()}:{node.name}" in REVIEWED_PARAMETERS
            if counts_parameters and not is_reviewed and count > PARAMETERS_FAIL:
                yield Finding(name, node.lineno, f"{node.name} takes {count} (at most {PARAMETERS_FAIL})", fails=True)


def parameter_count(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """What a caller can give, without `self` or `cls`."""
    arguments = function.args
    names = [argument.arg for argument in (*arguments.posonlyargs, *arguments.args)]
    own = 1 if names[:1] in (["self"], ["cls"]) else 0
    starred = sum(part is not None for part in (arguments.vararg, arguments.kwarg))
    return len(names) - own + len(arguments.kwonlyargs) + starred


def _too_long(
    name: Path, node: ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef, kind: str, limit: int
) -> Iterator[Finding]:
    lines = (node.end_lineno or node.lineno) - node.lineno + 1
    if lines > limit:
        yield Finding(name, node.lineno, f"{kind} {node.name} of {lines} lines (at most {limit})", fails=True)


def main(folder: Path) -> int:
    """List what is too large below a repository's folder; 1 when something must be cut."""
    files = sorted(path for root in ROOTS for path in (folder / root).rglob("*.py"))
    findings = [finding for path in files for finding in check_module(path, path.relative_to(folder))]
    for found in sorted(findings, key=lambda finding: not finding.fails):
        print(f"{found.path}:{found.line}: {'FAILS' if found.fails else 'warns'}: {found.what}")
    failures = sum(finding.fails for finding in findings)
    print(f"{len(files)} files, {failures} too large, {len(findings) - failures} over the aim.")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(Path(__file__).resolve().parents[1]))
