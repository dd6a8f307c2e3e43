# Everything sets itself up: a fresh checkout needs Python 3.11 or newer and make.
#
#   make run          open the window
#   make test         the whole suite, without a display
#   make check        format, lint, types, imports, tests
#   make bench        speed, each number beside its peer's
#   make screenshots  docs/screenshots, under a virtual display
#   make soak         heavy runs
#   make package      a Debian package in dist/

VENV := .venv
BIN := $(VENV)/bin
SET_UP := packaging/set-up
MADE_FROM := requirements.txt pyproject.toml $(SET_UP)

# A stamp for each set of packages; touching requirements.txt or pyproject.toml makes them stale.
READY := $(VENV)/.ready
READY_DEV := $(VENV)/.ready-dev
READY_BENCH := $(VENV)/.ready-bench
READY_PACKAGE := $(VENV)/.ready-package
READY_PICTURES := $(VENV)/.ready-pictures

OFFSCREEN := QT_QPA_PLATFORM=offscreen
PYTEST := $(OFFSCREEN) $(BIN)/python -m pytest

.PHONY: run test check lint bench screenshots soak package clean

run: $(READY)
	@packaging/run $(BIN)/front-foot $(CURDIR)/out/call-plan.pdf

test: $(READY_DEV)
	@$(PYTEST) -q -n auto

check: lint
	@$(MAKE) --no-print-directory test

lint: $(READY_DEV)
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

bench: $(READY_BENCH)
	@$(OFFSCREEN) $(BIN)/python -m tests.bench

screenshots: $(READY_PICTURES)
	@$(BIN)/python -m tests.screenshots docs/screenshots

soak: $(READY_DEV)
	@$(PYTEST) -m soak

package: $(READY_PACKAGE)
	@packaging/debian-package $(BIN)/python dist

clean:
	@rm -rf $(VENV) build dist out .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

$(READY): $(MADE_FROM)
	@$(SET_UP) $(VENV)
	@touch $@

$(READY_DEV): $(MADE_FROM)
	@$(SET_UP) $(VENV) dev
	@touch $@ $(READY)

$(READY_BENCH): $(MADE_FROM)
	@$(SET_UP) $(VENV) dev bench
	@touch $@ $(READY) $(READY_DEV)

$(READY_PACKAGE): $(MADE_FROM)
	@$(SET_UP) $(VENV) package
	@touch $@ $(READY)

$(READY_PICTURES): $(MADE_FROM)
	@$(SET_UP) $(VENV) dev pictures
	@touch $@ $(READY) $(READY_DEV)
