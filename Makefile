# make demo    convert and lint the samples
# make test    run all tests
# make check   lint, types, layers, and the built wheel in an empty environment
# make docs    write docs/rules.md and the picture of the gates anew, and the site of the documentation to build/site/html
# make pictures  draw docs/pictures anew from samples/; needs Chromium
# Each installs what it needs into .venv first, once.

VENV := .venv
BIN := $(VENV)/bin
CANDIDATES := python3 python3.14 python3.13 python3.12 python3.11
PYTHON ?= $(firstword $(foreach python,$(CANDIDATES),$(shell \
	$(python) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $(python))))

.PHONY: demo test check docs pictures clean

demo: $(VENV)/.installed
	@echo '$$ wikiproof convert samples/siege_of_the_mill.txt   # of which the date is this'
	@$(BIN)/wikiproof convert samples/siege_of_the_mill.txt | sed -n '/"name": "Date"/,/"references"/p'
	@echo
	@echo '$$ wikiproof lint samples'
	@$(BIN)/wikiproof lint samples || test $$? -eq 1

test: $(VENV)/.installed-test
	$(BIN)/python -m pytest -q -n auto --dist worksteal

check: $(VENV)/.installed-check
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	.ci/wheel $(BIN)/python

docs: $(VENV)/.installed-docs
	$(BIN)/wikiproof rules --format markdown -o docs/rules.md
	$(BIN)/python docs/pictures/gates.py
	$(BIN)/python docs/build.py

pictures: $(VENV)/.installed-test
	$(BIN)/python docs/pictures/draw.py

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis build dist

$(BIN)/python:
	@test -n '$(PYTHON)' || { echo 'wikiproof needs Python 3.11 or newer; none was found.' >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
		echo 'Python could not make .venv; on Debian and Ubuntu: apt install python3-venv' >&2; exit 1; }

$(VENV)/.installed: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.installed-%: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test,browser,$*]'
	@touch $@ $(VENV)/.installed
