# Everything here works on a machine with Python 3.11+, make and a package index; nothing else.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed
# A home of their own for tools that load the settings, so that none of them touches yours.
TOOLS_HOME := $(VENV)/home

.DEFAULT_GOAL := help
.PHONY: help install demo test lint format messages learn bench lock clean

help:  ## say what can be made
	@awk -F':.*## ' '/^[a-z]+:.*## /{printf "make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

install: $(STAMP)  ## everything needed to run and to develop, in .venv

# pip cannot hash an editable install, so the pinned set goes in first and Bowout itself after it, without dependencies.
$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Bowout needs Python 3.11 or newer; try: make install PYTHON=python3.12" >&2; exit 1; }
	test -x $(BIN)/pip || $(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r constraints.txt
	$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

demo: install  ## a sales team with forty deals, at an address this prints; Ctrl-C ends it
	$(BIN)/bowout demo

test: install  ## all tests, on SQLite or on what DATABASE_URL names
	$(BIN)/pytest -n auto

lint: install  ## style, types, layers, and no model without its migration
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	BOWOUT_HOME=$(TOOLS_HOME) $(BIN)/mypy
	$(BIN)/lint-imports
	BOWOUT_HOME=$(TOOLS_HOME) DATABASE_URL= $(BIN)/django-admin makemigrations --check --dry-run --settings bowout.site.settings

format: install  ## mend what can be mended by a tool
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

messages: install  ## the customer's page in other languages: new texts in, catalogues compiled
	$(BIN)/python tools/messages.py

learn: install  ## the language guard's weights and their quality, from the corpus
	$(BIN)/python -m tools.lint.train

bench: install  ## what Bowout is measured by, beside its peers
	$(BIN)/python -m bench

lock: install  ## pin the newest set of dependencies, with hashes
	$(BIN)/uv pip compile --quiet --universal --upgrade --python-version 3.11 --extra dev --generate-hashes \
	  --no-header --no-emit-index-url --no-emit-find-links pyproject.toml -o constraints.txt

clean:  ## remove what was made here; your bowout-data stays
	rm -rf $(VENV) .demo build dist screenshots .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +
