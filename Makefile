# make site: build the sample site; make test: everything that must be green. Both set up what they need.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
STEPS ?= 10000
KILLS ?= 1200

.PHONY: site test soak lint messages docs clean

site: $(VENV)/.site
	$(BIN)/bulletin build
	@echo "open output/index.html"

test: $(VENV)/.test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m tests.tools.chromium
	$(BIN)/pytest -n 2

# the proofs of the engine at length, other histories each time: a quarter of an hour and more
soak: $(VENV)/.test
	SOAK=1 STEPS=$(STEPS) KILLS=$(KILLS) $(BIN)/pytest -n 2 tests/test_history.py tests/test_survival.py tests/test_determinism.py
	$(BIN)/python -m tests.tools.versions

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.site: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/.test: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --editable '.[test]'
	@touch $@ $(VENV)/.site

# after a message has changed: put new ones into the catalogue, translate them there, run again
messages: $(VENV)/.test
	$(BIN)/python -m tests.tools.catalogue

# docs and golden files that are made from the code
docs: $(VENV)/.test
	$(BIN)/python -m tests.tools.documents

clean:
	rm -rf $(VENV) build dist .bulletin .pytest_cache .mypy_cache .ruff_cache
