# The two commands of a newcomer: `make demo` and `make test`. Each sets up what it needs, in .venv.
# Another interpreter: make demo PYTHON=/path/to/python3.12

PYTHON ?= $(firstword $(foreach name,python3 python3.13 python3.12 python3.11,\
  $(shell $(name) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $(name))))
# Processes that share the tests; 0 runs them in pytest's own, as a debugger wants it.
PYTEST_WORKERS ?= 2
# make test LOCKED=1: with the very versions of .ci/requirements.lock, each held to its hash.
LOCKED ?=
BIN := .venv/bin
PIP := $(BIN)/python -m pip -qq --disable-pip-version-check

.PHONY: demo test coverage check docs lock audit clean help
.DEFAULT_GOAL := help

help:
	@echo "make demo      build a graph of the bundled articles into out/ and say what to try next"
	@echo "make test      run the tests, by two processes (PYTEST_WORKERS=4: by four)"
	@echo "make coverage  the tests again, under a watch for the lines and branches that they reach"
	@echo "make check     lint, formatting, types"
	@echo "make docs      build the guide into site/"
	@echo "make audit     ask about known holes of the locked packages (needs a network)"
	@echo "make clean     remove what these commands made"

demo: .venv/run.stamp
	@$(BIN)/kgraph demo -o out/

# A file of tests stays in one process, with what it has made, the longest first (tests/conftest.py); Python code is
# compiled once for all processes.
test: export PYTHONDONTWRITEBYTECODE :=
test: .venv/dev.stamp
	@$(BIN)/python -m pytest -n $(PYTEST_WORKERS) --dist loadfile --no-loadscope-reorder $(PYTEST_ARGS)

# Apart from the tests, since it costs half their time again.
coverage:
	@$(MAKE) --no-print-directory test PYTEST_ARGS="--cov --cov-report=term $(PYTEST_ARGS)"

check: .venv/dev.stamp
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

docs: .venv/dev.stamp
	@$(BIN)/python .docs/generate.py --check
	@$(BIN)/mkdocs build --quiet --clean --config-file .docs/mkdocs.yml
	@echo "The guide is in site/index.html; with its search: $(BIN)/python -m http.server -d site"

# What pyproject.toml asks for, in the versions of today with their hashes, for Python 3.11 on any system.
lock: .venv/dev.stamp
	@$(PIP) install uv
	@$(BIN)/python .ci/requirements.py | $(BIN)/uv pip compile - --python-version 3.11 --generate-hashes --no-header \
	  --no-emit-index-url --no-annotate --quiet -o .ci/requirements.lock

# Holes that are known of the locked versions; without an answer about one of them it fails.
audit: .venv/dev.stamp
	@$(PIP) install pip-audit
	@$(BIN)/pip-audit --strict --disable-pip --require-hashes -r .ci/requirements.lock

clean:
	@rm -rf .venv out site artefacts build dist .coverage htmlcov .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "kgraph needs Python 3.11 or newer: install it, or say where it is: make PYTHON=/path/to/python3.12" >&2; exit 2; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "kgraph needs Python 3.11 or newer; $(PYTHON) is `$(PYTHON) -V 2>&1`" >&2; exit 2; }
	@echo "Setting up .venv with $$($(PYTHON) -V) ..."
	@$(PYTHON) -m venv .venv || { rm -rf .venv; echo "No virtual environment: on Debian and Ubuntu, apt install python3-venv" >&2; exit 2; }

# Dependency groups (PEP 735) need pip 25.1; a fresh environment of Python 3.11 comes with an older one.
.venv/pip.stamp: | .venv/bin/python
	@$(PIP) install --upgrade "pip>=25.1"
	@touch $@

.venv/run.stamp: pyproject.toml .venv/pip.stamp
	@echo "Installing kgraph and what it needs (once, a minute or two) ..."
	@$(PIP) install --editable '.[validate,serve]'
	@touch $@

.venv/dev.stamp: pyproject.toml .venv/run.stamp
	@echo "Installing the tools of the tests and checks ..."
	@$(if $(LOCKED),$(PIP) install --require-hashes -r .ci/requirements.lock,$(PIP) install --editable . --group dev)
	@touch $@
