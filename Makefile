PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DEV := $(VENV)/.ready-dev
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: demo test lint types bench bench-peers bench-diff clean

demo: $(READY)  ## the main job on the seed article
	@$(BIN)/python -m compileall -q tqa
	@$(BIN)/tqa check seeds/*.txt || [ $$? -eq 1 ]

test: $(DEV) lint types  ## linting, types and tests
	@$(BIN)/python -m compileall -q tqa
	$(BIN)/python -m pytest

lint: $(DEV)
	$(BIN)/ruff check tqa tests bench

types: $(DEV)
	$(BIN)/mypy

bench: $(READY)  ## what tqa finds on real translations; writes docs/bench.md
	$(BIN)/python -m bench

bench-peers: $(READY)  ## the same sets read by other checkers; needs npm
	$(PYTHON) -m venv bench/out/peers
	bench/out/peers/bin/python -m pip install --quiet --disable-pip-version-check -r bench/peers/requirements.txt
	mkdir -p bench/out/peers/node && cp bench/peers/package.json bench/peers/node.mjs bench/out/peers/node
	cd bench/out/peers/node && npm install --silent && ln -sf "$$(command -v node)" run
	$(BIN)/python -m bench.peers

bench-diff: $(READY)  ## findings that came and went since a revision: make bench-diff BASE=HEAD~5
	$(BIN)/python -m bench.diff $(BASE)

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(PIP) --editable .
	touch $@

$(DEV): $(READY)
	$(PIP) --editable '.[dev]'
	touch $@

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache
