"""The texts of the app and their French: `update` collects them into the catalogue, `check` fails on what is missing.

A text is a literal at the place where it is made (an error, `msg`, `tr`, `trn`), or data that names what the window
shows (node types, settings, choices). The English sentence is its own id; the catalogue is gettext's.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import polib

from admaker_desktop.core import errors
from admaker_desktop.core.messages import PLACE

ROOT = Path(__file__).resolve().parents[1]
LANGUAGE = "fr"
CATALOGUE = ROOT / "src" / "admaker_desktop" / "resources" / "locales" / f"{LANGUAGE}.po"
_HEADER = {
    "Project-Id-Version": "AdMaker Desktop",
    "Language": LANGUAGE,
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=2; plural=(n > 1);",
}
_ERRORS = frozenset(
    name for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, errors.AdMakerError)
)
_LITERALS_ONLY = frozenset({"msg", "tr"})
_MAY_BE_DATA = frozenset({"tr_text", "term"})
_MESSAGE_FIELDS = frozenset({"message", "hint", "whole"})
_TEXT_METHODS = frozenset(name for name in dir(str) if not name.startswith("_")) | {"text", "sentence", "get"}
_WRONG_SPACE = (" ;", " :", " !", " ?", " »", "« ")


@dataclass
class Text:
    """One text of the app and where it is made."""

    template: str
    plural: str = ""
    files: set[str] = field(default_factory=set)


@dataclass
class Found:
    """All texts, and what is wrong with how they are written."""

    texts: dict[str, Text] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)

    def add(self, template: str, file: str, plural: str = "") -> None:
        """Note a text; an empty one says nothing."""
        if template:
            text = self.texts.setdefault(template, Text(template))
            text.files.add(file)
            text.plural = text.plural or plural


def main(command: str) -> int:
    """Bring the catalogue up to date, or say what is wrong with it; 1 when something is."""
    found = collect(ROOT / "src", ROOT)
    for template, file in app_texts():
        found.add(template, file)
    if command == "update":
        update(found, CATALOGUE)
    problems = [*found.problems, *catalogue_problems(found, CATALOGUE)]
    for problem in problems:
        print(problem)
    print(f"{len(found.texts)} texts, {len(problems)} problems.")
    return 1 if problems else 0


# ------------------------------------------------------------------------------------------------- what the code says


def collect(source: Path, root: Path) -> Found:
    """Every literal text in the modules of a folder; files are named relative to `root`."""
    found = Found()
    for path in sorted(source.rglob("*.py")):
        name = path.relative_to(root).as_posix()
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for scope, call in _calls(tree):
            _read_call(call, (tree, *scope), name, found)
    return found


Scope = tuple[ast.AST, ...]


def _calls(node: ast.AST, scope: Scope = ()) -> Iterator[tuple[Scope, ast.Call]]:
    """Each call with the functions that it stands in."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            yield scope, child
        inner = (*scope, child) if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef) else scope
        yield from _calls(child, inner)


def _read_call(call: ast.Call, scope: Scope, file: str, found: Found) -> None:
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    hint = next((keyword.value for keyword in call.keywords if keyword.arg == "hint"), None)
    templates: list[str] = []
    if name == "trn":
        forms = [literal for argument in call.args[:2] for literal in _literals(argument)]
        if len(forms) == 2:
            found.add(forms[0], file, plural=forms[1])
            templates = forms
        else:
            found.problems.append(f"{file}:{call.lineno}: trn wants two literal templates")
    elif name in _LITERALS_ONLY | _MAY_BE_DATA | _ERRORS and call.args:
        parts = [call.args[0]] + ([hint] if hint is not None and name in _ERRORS else [])
        for part in parts:
            literals = _literals(part)
            templates += literals
            may_be_other = name in _MAY_BE_DATA or (name in _ERRORS and _may_be_message(part, scope))
            if not literals and not may_be_other:
                found.problems.append(f"{file}:{part.lineno}: the template of {name} is no literal")
        for template in templates:
            found.add(template, file)
    if templates and name not in _MAY_BE_DATA:
        found.problems += [f"{file}:{call.lineno}: {problem}" for problem in _place_problems(call, templates, name)]


def _literals(node: ast.expr) -> list[str]:
    """The texts that an expression can be, when all of them are literals."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        branches = [_literals(node.body), _literals(node.orelse)]
        return [text for branch in branches for text in branch] if all(branches) else []
    return []


def _may_be_message(node: ast.expr | None, scope: Scope) -> bool:
    """Whether an expression can be a `Message`: nothing in it builds a text at run time."""
    match node:
        case ast.Call(func=ast.Name(id=name)):
            return name not in {"str", "repr", "format"}
        case ast.Call(func=ast.Attribute(attr=name)):
            return name not in _TEXT_METHODS
        case ast.Attribute(attr=name):
            return name in _MESSAGE_FIELDS
        case ast.IfExp(body=body, orelse=other):
            return all(bool(_literals(part)) or _may_be_message(part, scope) for part in (body, other))
        case ast.BoolOp(values=values):
            return all(bool(_literals(part)) or _may_be_message(part, scope) for part in values)
        case ast.Name(id=name):
            return all(_may_be_message(value, ()) for value in _values_of(name, scope)) and name not in _texts_of(scope)
        case _:
            return False


def _values_of(name: str, scope: Scope) -> Iterator[ast.expr]:
    """What a name is set to in the functions that it is read in, and at the module's top."""
    for place in scope:
        nodes = place.body if isinstance(place, ast.Module) else ast.walk(place)
        for node in nodes:
            if isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id == name for t in node.targets):
                yield node.value


def _texts_of(scope: Scope) -> frozenset[str]:
    """The parameters of the surrounding functions that are plain texts."""
    return frozenset(
        argument.arg
        for place in scope
        if isinstance(place, ast.FunctionDef | ast.AsyncFunctionDef)
        for argument in (*place.args.args, *place.args.kwonlyargs)
        if isinstance(argument.annotation, ast.Name) and argument.annotation.id == "str"
    )


def _place_problems(call: ast.Call, templates: Iterable[str], name: str) -> Iterator[str]:
    """Places that are no plain names, and places that the call gives no value for."""
    given = {keyword.arg for keyword in call.keywords} | ({"count"} if name == "trn" else set())
    for template in templates:
        if any(mark in PLACE.sub("", template) for mark in "{}"):
            yield f"a place is more than a name in {template!r}"
        elif None not in given:
            yield from (f"no value for {{{place}}} of {template!r}" for place in sorted(places(template) - given))


def places(template: str) -> set[str]:
    """The names of a template's places."""
    return set(PLACE.findall(template))


# ---------------------------------------------------------------------------------------------- what the app's data say


def app_texts() -> Iterator[tuple[str, str]]:
    """(text, file) of what the window shows and no call names: node types, their forms, choices, services."""
    import admaker_desktop.nodes.catalog  # noqa: F401 - registers the node types; heavy, and not needed by the tests
    from admaker_desktop.delivery.presets import all_presets
    from admaker_desktop.engine.registry import registry, type_name
    from admaker_desktop.providers.catalog import VendorCatalog
    from admaker_desktop.services.settings_forms import choice_label, port_label, words
    from admaker_desktop.services.template import build

    for spec in registry:
        file = f"src/{spec.cls.__module__.replace('.', '/')}.py"
        yield spec.title, file
        yield spec.category, file
        yield spec.doc.strip().splitlines()[0].strip(), file
        yield from ((setting.unit, file) for setting in spec.settings.values())
        for port in (*spec.ports.values(), *spec.outputs.values()):
            yield type_name(port.item), file
    forms = "src/admaker_desktop/services/settings_forms.py"
    yield from ((text, forms) for text in words(registry))
    yield from ((port_label(record.id), "src/admaker_desktop/services/template.py") for record in build().nodes)
    yield from ((choice_label(choice), file) for choice, file in _choices(ROOT / "src" / "admaker_desktop" / "ad"))
    for preset in all_presets():
        presets = "src/admaker_desktop/resources/presets/presets.json"
        yield (preset.audio.presence if preset.audio else ""), presets
        yield (preset.video.scan if preset.video else ""), presets
    for vendor in VendorCatalog():
        yield vendor.info.title, f"src/{type(vendor).__module__.replace('.', '/')}.py"
        yield choice_label(vendor.info.id), f"src/{type(vendor).__module__.replace('.', '/')}.py"


def _choices(folder: Path) -> Iterator[tuple[str, str]]:
    """The texts in `Literal[...]` of the ad's vocabulary: the values of choices."""
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and node.value.id == "Literal":
                for part in ast.walk(node.slice):
                    if isinstance(part, ast.Constant) and isinstance(part.value, str):
                        yield part.value, path.relative_to(ROOT).as_posix()


# ------------------------------------------------------------------------------------------------------- the catalogue


def update(found: Found, path: Path) -> None:
    """Put new texts into the catalogue, take those that are gone out, and compile it; translations stay."""
    known = {entry.msgid: entry for entry in polib.pofile(str(path))} if path.exists() else {}
    catalogue = polib.POFile(wrapwidth=110)
    catalogue.metadata = _HEADER
    for template in sorted(found.texts):
        catalogue.append(_entry(found.texts[template], known.get(template)))
    path.parent.mkdir(parents=True, exist_ok=True)
    catalogue.save(str(path), newline="\n")
    path.with_suffix(".mo").write_bytes(catalogue.to_binary())


def _entry(text: Text, known: polib.POEntry | None) -> polib.POEntry:
    entry = polib.POEntry(msgid=text.template, occurrences=[(file, "") for file in sorted(text.files)])
    if not text.plural:
        entry.msgstr = known.msgstr if known else ""
        return entry
    forms = known.msgstr_plural if known and known.msgid_plural == text.plural else {}
    entry.msgid_plural = text.plural
    entry.msgstr_plural = {0: forms.get(0, ""), 1: forms.get(1, "")}
    return entry


def catalogue_problems(found: Found, path: Path) -> Iterator[str]:
    """What the catalogue lacks or has wrong, one line each."""
    if not path.exists():
        yield f"{path.name} is missing: run `python scripts/messages.py update`"
        return
    catalogue = polib.pofile(str(path))
    known = {entry.msgid: entry for entry in catalogue}
    for template, text in sorted(found.texts.items()):
        entry = known.get(template)
        if entry is None or not _is_translated(entry, text):
            yield f"untranslated ({', '.join(sorted(text.files))}): {template!r}"
        else:
            yield from _translation_problems(entry)
    yield from (f"no text of the app any more: {template!r}" for template in sorted(known.keys() - found.texts.keys()))
    compiled = path.with_suffix(".mo")
    if not compiled.exists() or compiled.read_bytes() != catalogue.to_binary():
        yield f"{compiled.name} is stale: run `python scripts/messages.py update`"


def _is_translated(entry: polib.POEntry, text: Text) -> bool:
    if text.plural:
        return entry.msgid_plural == text.plural and all(entry.msgstr_plural.get(form) for form in (0, 1))
    return bool(entry.msgstr)


def _translation_problems(entry: polib.POEntry) -> Iterator[str]:
    many = entry.msgid_plural or entry.msgid
    forms = entry.msgstr_plural if entry.msgid_plural else {1: entry.msgstr}
    for form, translation in forms.items():
        allowed = [places(many)] + ([places(entry.msgid)] if form == 0 else [])
        if places(translation) not in allowed:
            yield f"other places than {entry.msgid!r}: {translation!r}"
        if any(mark in translation for mark in _WRONG_SPACE):
            yield f"an ordinary space before ; : ! ? or inside quotation marks: {translation!r}"


if __name__ == "__main__":
    if sys.argv[1:] not in (["update"], ["check"]):
        sys.exit("usage: python scripts/messages.py update|check")
    sys.exit(main(sys.argv[1]))
