# Everything sets itself up: a fresh checkout needs Python 3.11 or newer and make.
#
#   make run          open the window
#   make test         the whole suite, without a display
#   make check        format, lint, types, imports, tests
#   make bench        speed, each number beside its peer's
#   make texts        planner/locale/front-foot.pot, every text that a person reads
#   make screenshots  docs/screenshots, under a virtual display
#   make soak         heavy runs, one after the other; make soak-kills or another of SOAKS: that one alone
#   make package      a Debian package in dist/

VENV := .venv
BIN := $(VENV)/bin
SET_UP := packaging/set-up
MADE_FROM := requirements.txt pyproject.toml $(SET_UP)

# A stamp for each set of packages; touching requirements.txt or pyproject.toml makes them stale.
READY := $(VENV)/.ready
READY_DEV := $(VENV)/.ready-dev
READY_BENCH := $(VENV)/.ready-bench
READY_MUTATION := $(VENV)/.ready-mutation
READY_PACKAGE := $(VENV)/.ready-package
READY_PICTURES := $(VENV)/.ready-pictures

# Heavy runs of at most an hour each, which end in a line with their figure.
SOAKS := kills faults power damage threads writers steps tinydb documents insights typing
SOAK_TARGETS := $(SOAKS:%=soak-%)

OFFSCREEN := QT_QPA_PLATFORM=offscreen
PYTEST := $(OFFSCREEN) $(BIN)/python -m pytest

.PHONY: run test check lint bench texts screenshots soak $(SOAK_TARGETS) soak-monkey soak-mutation package clean

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

texts: $(READY_DEV)
	@$(BIN)/python -m tests.texts

screenshots: $(READY_PICTURES)
	@$(BIN)/python -m tests.screenshots docs/screenshots

soak:
	@for name in $(SOAKS) monkey mutation; do $(MAKE) --no-print-directory soak-$$name || exit; done

$(SOAK_TARGETS): soak-%: $(READY_DEV)
	@$(PYTEST) -q --no-header --session-timeout=3600 -m "soak(name='$*')"

soak-monkey: $(READY_DEV)
	@{ command -v Xvfb && command -v openbox; } >/dev/null || packaging/provide "A virtual display" xvfb openbox
	@$(BIN)/python -m tests.monkey.soak out/monkey

soak-mutation: $(READY_MUTATION)
	@$(BIN)/python -m tests.mutation

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

$(READY_MUTATION): $(MADE_FROM)
	@$(SET_UP) $(VENV) dev mutation
	@touch $@ $(READY) $(READY_DEV)

$(READY_PACKAGE): $(MADE_FROM)
	@$(SET_UP) $(VENV) package
	@touch $@ $(READY)

$(READY_PICTURES): $(MADE_FROM)
	@$(SET_UP) $(VENV) dev pictures
	@touch $@ $(READY) $(READY_DEV)
