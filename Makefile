# `make serve` and `make test` need nothing but Python 3.11 and Debian's usual tools; each does its own set-up.
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
HOST ?= 127.0.0.1
LOCK := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml

.PHONY: help serve test check bench messages lock clean

help: ## Show what can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

$(VENV)/.installed: requirements/base.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Olke needs Python 3.11 or newer.")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/base.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/.developed: $(VENV)/.installed requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	touch $@

serve: $(VENV)/.installed ## Open the region at http://127.0.0.1:8000
	$(BIN)/python tools/messages.py compile
	$(BIN)/olke serve --host $(HOST) --port $(PORT)

test: $(VENV)/.developed ## Run every test, on SQLite and on PostgreSQL
	$(BIN)/python tools/messages.py compile
	PATH="$(CURDIR)/$(BIN):$$PATH" tools/test

check: $(VENV)/.developed ## Lint, types, imports, catalogues, migrations, docs
	PATH="$(CURDIR)/$(BIN):$$PATH" tools/check

bench: $(VENV)/.developed ## Measure beside the named peers; records to benchmarks/results
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bench.txt
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python benchmarks/run.py

lock: ## Lock the dependencies again after a change in pyproject.toml (needs uv)
	$(LOCK) -o requirements/base.txt
	$(LOCK) --extra dev -o requirements/dev.txt
	$(LOCK) --extra dev --extra bench -o requirements/bench.txt

messages: $(VENV)/.developed ## Bring every catalogue up to date with the sources
	$(BIN)/python tools/messages.py update

clean: ## Remove the environment (never the data)
	rm -rf $(VENV)
