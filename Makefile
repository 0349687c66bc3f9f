# Everything the project needs is set up by these targets, in .venv; nothing is taken from the machine
# but Python >= 3.11, git and make.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test lint types unit bench fuzz properties docs picture fixtures goldens clean

.venv/.ready: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=/path/to/python3.11")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --editable '.[postgresql]' --group dev
	touch $@

demo: .venv/.ready
	$(BIN)/boardtui demo

# The types are checked beside the tests, which leave a core idle now and then.
test: lint
	$(MAKE) --no-print-directory --jobs=2 types unit

lint: .venv/.ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-cache

types: .venv/.ready
	$(BIN)/mypy

# In the order of their folders: those of few and long tests would otherwise come last of all, and one
# process be left with them. A file stays in one process: what its tests share is made once.
AT_ONCE := --numprocesses 3 --dist loadfile --no-loadscope-reorder

# Compiled first, and bytecode is written whatever the environment says: the tests start hundreds of
# processes, and each would compile the package anew; each of those that run the tests, the tests.
unit: .venv/.ready
	$(BIN)/python -m compileall -q boardtui
	PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest $(AT_ONCE)

bench: .venv/.ready
	$(BIN)/python -m bench

fuzz: .venv/.ready
	$(BIN)/python -m fuzz

properties: .venv/.ready
	PYTHONDONTWRITEBYTECODE= HYPOTHESIS_PROFILE=long $(BIN)/python -m pytest $(AT_ONCE)

docs: .venv/.ready picture
	$(BIN)/python -m docs

picture: .venv/.ready
	$(BIN)/python -m docs.picture

fixtures: .venv/.ready
	$(BIN)/python -m fixtures.generate

goldens: .venv/.ready
	$(BIN)/python -m pytest --snapshot-update

clean:
	rm -rf .venv build dist *.egg-info
