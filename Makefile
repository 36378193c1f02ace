# AdMaker Desktop. `make demo` first; each target installs what it needs, once.
.POSIX:
.SUFFIXES:
.PHONY: help demo app test check bench wheels size clean

VENV = .venv
BIN = $(VENV)/bin
SET_UP = pyproject.toml constraints.txt scripts/voice-pack.txt scripts/install.sh scripts/system_packages.sh

help:
	@echo "make demo     install, then make the demo ad into build/demo"
	@echo "make app      install, then open the window"
	@echo "make test     install with the dev tools, then run every test; coverage must reach 80 %"
	@echo "make check    formatting, lint, types, layers, sizes, licences, messages (no tests)"
	@echo "make bench    run the benchmarks into build/bench.json"
	@echo "make wheels   ask whether every runtime dependency has wheels for Windows and macOS (network)"
	@echo "make size     size of $(VENV) and its largest packages"
	@echo "make clean    remove build products; $(VENV) stays"

demo: $(VENV)/.base-installed
	@$(BIN)/admaker demo --out build/demo

app: $(VENV)/.base-installed
	@scripts/system_packages.sh window
	@$(BIN)/admaker

test: $(VENV)/.dev-installed
	@$(BIN)/python -m pytest --cov=admaker_desktop --cov-report=term --cov-fail-under=80 $(TESTS)

check: $(VENV)/.dev-installed
	@$(BIN)/python scripts/check.py

bench: $(VENV)/.dev-installed
	@$(BIN)/python scripts/bench.py

wheels: $(VENV)/.dev-installed
	@$(BIN)/python scripts/check_wheels.py

size: $(VENV)/.base-installed
	@$(BIN)/python scripts/venv_size.py

$(VENV)/.base-installed: $(SET_UP)
	@scripts/system_packages.sh
	@scripts/install.sh $(VENV) base
	@touch $@

$(VENV)/.dev-installed: $(VENV)/.base-installed
	@scripts/system_packages.sh test
	@scripts/install.sh $(VENV) dev
	@touch $@

clean:
	@rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .coverage .coverage.*
	@find src tests scripts benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
