PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test lint types bench clean

demo: $(READY)  ## the main job on the seed article
	@$(BIN)/python -m compileall -q tqa
	@$(BIN)/tqa check seeds || [ $$? -eq 1 ]

test: $(READY) lint types  ## linting, types and tests
	$(BIN)/python -m pytest

lint: $(READY)
	$(BIN)/ruff check tqa tests bench

types: $(READY)
	$(BIN)/mypy

bench: $(READY)
	$(BIN)/python -m bench

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

clean:
	rm -rf $(VENV) build dist .tqa_cache .pytest_cache .mypy_cache .ruff_cache
