# Agora: what one can do here. `make help` lists it.
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin

.PHONY: help install run chat test check model bench tally drill drill-broadcast drill-texts drill-votes lock clean

help: ## List what can be done here
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 14

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Agora needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) -V). Name another one: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "Python's venv is missing. On Debian and Ubuntu: apt-get install python3-venv"; exit 1; }

$(VENV)/.run: requirements.lock pyproject.toml | $(VENV)/bin/python
	$(RUN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(RUN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.run
	$(RUN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

install: $(VENV)/.run ## Set up the virtual environment with the pinned dependencies

run: install ## Start Agora: the sandbox without tokens, the real Telegram with them
	@$(RUN)/agora serve

chat: install ## Hold the conversation in this terminal
	@$(RUN)/agora chat

test: $(VENV)/.dev ## Run all tests
	$(RUN)/pytest -n auto --dist worksteal

check: $(VENV)/.dev ## Lint, format, types, imports, texts, city folders
	$(RUN)/ruff check .
	$(RUN)/ruff format --check .
	$(RUN)/mypy
	$(RUN)/lint-imports
	$(RUN)/agora locales check
	$(RUN)/agora city check cities/boston
	$(RUN)/agora city check cities/nantes

model: $(VENV)/.dev ## Prove that the shipped model is the one that the corpus gives (a minute or two)
	$(RUN)/agora train --check

bench: $(VENV)/.dev ## Measure turns, messages, start-up, memory, the slowest readings
	$(RUN)/python -m tests.benchmarks.bench
	$(RUN)/python -m tests.benchmarks.reading

tally: $(VENV)/.dev ## Count large elections and published ones (../shared/data/elections), against the clock
	$(RUN)/agora tally check ../shared/data/elections --decisions tests/tally/decisions.json
	$(RUN)/python -m tests.benchmarks.tally

drill: $(VENV)/.dev ## 200 residents write while the process is killed again and again
	$(RUN)/python -m tests.drills.kill

drill-broadcast: $(VENV)/.dev ## 20,000 people get a message while the process is killed and residents chat
	$(RUN)/python -m tests.drills.broadcast

drill-texts: $(VENV)/.dev ## 2,000 phones report by text message while Kannel and the process are killed
	$(RUN)/python -m tests.drills.texts

drill-votes: $(VENV)/.dev ## 5,000 people try to vote twice, over two channels, while what takes ballots is killed
	$(RUN)/python -m tests.drills.votes

lock: ## Pin the dependencies anew (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate pyproject.toml -o requirements.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --extra dev --extra train -c requirements.lock pyproject.toml -o requirements-dev.lock

clean: ## Remove what was built, keep what was said
	rm -rf $(VENV) build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
