"""The gate of texts: what is untranslated, wrongly filled or no literal is named."""

from __future__ import annotations

import gettext
import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import polib
import pytest

ROOT = Path(__file__).resolve().parents[2]


def load() -> ModuleType:
    """The script as a module."""
    spec = importlib.util.spec_from_file_location("gate_messages", ROOT / "scripts" / "messages.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


messages = load()


def found_in(folder: Path, code: str) -> messages.Found:  # type: ignore[name-defined]
    """What the script finds in a package of one module."""
    (folder / "src").mkdir(exist_ok=True)
    (folder / "src" / "module.py").write_text(code, encoding="utf-8")
    return messages.collect(folder / "src", folder)


def problems_of(folder: Path, code: str, french: dict[str, str]) -> list[str]:
    """What the gate says about code with this French."""
    found = found_in(folder, code)
    path = folder / "fr.po"
    messages.update(found, path)
    catalogue = polib.pofile(str(path))
    for entry in catalogue:
        entry.msgstr = french.get(entry.msgid, "")
    catalogue.save(str(path))
    path.with_suffix(".mo").write_bytes(catalogue.to_binary())
    return [*found.problems, *messages.catalogue_problems(found, path)]


RAISES = 'raise StorageError("Writing {path} failed.", path=p, hint="Free some space.")\n'
FRENCH = {"Writing {path} failed.": "Écriture de {path} impossible.", "Free some space.": "Libérez de l’espace."}


def test_a_translated_error_passes(tmp_path: Path) -> None:
    assert problems_of(tmp_path, RAISES, FRENCH) == []


def test_a_text_without_french_is_named_with_its_file(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, RAISES, FRENCH | {"Free some space.": ""})
    assert problem == "untranslated (src/module.py): 'Free some space.'"


def test_a_place_that_the_french_calls_otherwise_is_named(tmp_path: Path) -> None:
    wrong = {"Writing {path} failed.": "Écriture de {chemin} impossible."}
    (problem,) = problems_of(tmp_path, RAISES, FRENCH | wrong)
    assert problem.startswith("other places than 'Writing {path} failed.'")


@pytest.mark.parametrize(
    "code",
    [
        'raise MediaError(f"{path} is gone.")',
        'raise MediaError("{path} is gone.".format(path=path))',
        'raise MediaError("The file " + path + " is gone.")',
        'raise MediaError("The file is gone.", hint=f"Look at {path}.")',
        'reason = f"{path} is gone."\nraise MediaError(reason)',
        "def fail(reason: str) -> None:\n    raise MediaError(reason)",
        "raise MediaError(request.text)",
        "msg(text)",
        'tr(f"{path} is gone.")',
        'trn("One file", f"{count} files", count)',
    ],
)
def test_a_template_that_is_no_literal_is_named_with_its_line(tmp_path: Path, code: str) -> None:
    problems = found_in(tmp_path, "\n" + code + "\n").problems
    assert len(problems) == 1
    assert problems[0].startswith(f"src/module.py:{2 + code.count(chr(10))}: ")
    assert "literal" in problems[0]


@pytest.mark.parametrize(
    "code",
    [
        "raise MediaError(error.message, hint=error.hint)",
        'reason = msg("It is gone.")\nraise MediaError(reason)',
        'raise MediaError("It is gone." if is_gone else "It is there.")',
        "raise MediaError(reason_of(path))",
        'raise MediaError("{what} is gone.", what=what, hint=msg("Look again."))',
        'raise MediaError("{what} is gone.", **facts)',
        "tr_text(spec.title)",
    ],
)
def test_a_message_made_elsewhere_may_be_passed_on(tmp_path: Path, code: str) -> None:
    assert found_in(tmp_path, code + "\n").problems == []


def test_both_branches_of_a_choice_are_collected(tmp_path: Path) -> None:
    assert found_in(tmp_path, 'tr("Run" if idle else "Stop")\n').texts.keys() == {"Run", "Stop"}


@pytest.mark.parametrize("template", ["{seconds:.1f} s", "{} s", "{{seconds}} s", "{file.name} s"])
def test_a_place_is_a_name_and_nothing_more(tmp_path: Path, template: str) -> None:
    (problem,) = found_in(tmp_path, f'msg("{template}", seconds=1)\n').problems
    assert "more than a name" in problem


def test_a_place_without_a_value_is_named(tmp_path: Path) -> None:
    (problem,) = found_in(tmp_path, 'msg("{seconds} s of {total} s", seconds=1)\n').problems
    assert "no value for {total}" in problem


def test_an_ordinary_space_before_french_punctuation_is_named(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, 'msg("Really?")\n', {"Really?": "Vraiment ?"})
    assert "ordinary space" in problem
    assert problems_of(tmp_path, 'msg("Really?")\n', {"Really?": "Vraiment\u202f?"}) == []


def test_a_catalogue_that_was_not_compiled_is_named(tmp_path: Path) -> None:
    found = found_in(tmp_path, 'msg("Run")\n')
    path = tmp_path / "fr.po"
    messages.update(found, path)
    catalogue = polib.pofile(str(path))
    next(iter(catalogue)).msgstr = "Lancer"
    catalogue.save(str(path))
    assert [problem for problem in messages.catalogue_problems(found, path) if "stale" in problem]


def test_update_keeps_french_and_drops_what_is_gone(tmp_path: Path) -> None:
    problems_of(tmp_path, 'msg("Run")\nmsg("Old")\n', {"Run": "Lancer", "Old": "Ancien"})
    path = tmp_path / "fr.po"
    messages.update(found_in(tmp_path, 'msg("Run")\nmsg("New")\n'), path)
    assert {entry.msgid: entry.msgstr for entry in polib.pofile(str(path))} == {"New": "", "Run": "Lancer"}


def test_both_forms_of_a_count_are_translated_and_compiled(tmp_path: Path) -> None:
    found = found_in(tmp_path, 'trn("{count} step", "{count} steps", n)\n')
    path = tmp_path / "fr.po"
    messages.update(found, path)
    catalogue = polib.pofile(str(path))
    (entry,) = catalogue
    entry.msgstr_plural = {0: "{count} étape", 1: ""}
    catalogue.save(str(path))
    assert any("untranslated" in problem for problem in messages.catalogue_problems(found, path))
    entry.msgstr_plural = {0: "{count} étape", 1: "{count} étapes"}
    catalogue.save(str(path))
    messages.update(found, path)
    assert list(messages.catalogue_problems(found, path)) == []
    with path.with_suffix(".mo").open("rb") as compiled:
        french = gettext.GNUTranslations(compiled)
    assert french.ngettext("{count} step", "{count} steps", 0) == "{count} étape"
    assert french.ngettext("{count} step", "{count} steps", 2) == "{count} étapes"


def test_what_nodes_say_about_themselves_is_a_text_of_the_app() -> None:
    texts = {text for text, _ in messages.app_texts()}
    assert {"Image Artisan", "Visual", "The drawn shot.", "Call to action"} <= texts
