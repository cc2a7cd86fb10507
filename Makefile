# make run    set everything up and start reading the seed articles
# make test   set everything up and run every check
# make bench  measure newsreader beside its peers (OPTIONS=--help: how)
# make pipeline  train the shipped pipeline anew (OPTIONS=--quick: a rough one)
# make screenshots  draw screenshots/ from the running program

PYTHON ?= $(shell for python in python3.13 python3.12 python3.11 python3; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$python; break; }; done)
VENV ?= .venv
BIN = $(VENV)/bin
PIP = $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: run test lint check-types check-imports test-code bench pipeline screenshots clean

run: $(VENV)/.for-reading
	$(BIN)/newsreader

test: lint check-types check-imports test-code

lint: $(VENV)/.for-testing
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

check-types: $(VENV)/.for-testing
	$(BIN)/mypy

check-imports: $(VENV)/.for-testing
	$(BIN)/lint-imports

test-code: $(VENV)/.for-testing
	$(BIN)/python -m pytest

bench: $(VENV)/.for-testing
	$(BIN)/python -m tests.bench $(OPTIONS)

pipeline: $(VENV)/.for-testing
	OMP_NUM_THREADS=1 $(BIN)/python -m analysis.training build $(OPTIONS)

screenshots: $(VENV)/.for-testing
	$(BIN)/python screenshots/draw.py

clean:
	rm -rf $(VENV) build dist *.egg-info

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "newsreader needs Python 3.11 or newer"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.for-reading: pyproject.toml constraints.txt | $(VENV)/bin/python
	@echo "Setting up newsreader in $(VENV) ..."
	$(PIP) install --constraint constraints.txt --editable .
	@touch $@

$(VENV)/.for-testing: pyproject.toml constraints.txt | $(VENV)/bin/python
	@echo "Setting up newsreader and its test tools in $(VENV) ..."
	$(PIP) install --constraint constraints.txt --editable '.[test]'
	@touch $@ $(VENV)/.for-reading
