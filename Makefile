# council-report: set-up, the sample report, the tests. "make help" lists the targets.

PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3; do \
	command -v $$p >/dev/null && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	&& { echo $$p; break; }; done)
BIN := .venv/bin
INSTALLED := .venv/.installed
# What the program wants of Debian; the tests also look at Excel files and at pages.
DEBIAN := libreoffice-writer-nogui fonts-crosextra-carlito fonts-noto-core fonts-noto-cjk
test: DEBIAN += libreoffice-calc-nogui chromium

CORPUS ?= ../shared/corpus

.DEFAULT_GOAL := help
.PHONY: help report test lint bench corpus schemas lock system clean

help: ## List the targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

report: $(INSTALLED) system ## Set up, and build the sample report in Word and PDF
	@$(BIN)/council-report build C25

test: $(INSTALLED) system ## Set up, and run every test
	@$(BIN)/pytest --numprocesses auto

lint: $(INSTALLED) ## Check style, types, the layers of the house, the Word templates, and the labels
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/docxtpl-lint templates/*.docx --schema schemas/template.json --autoescape
	@$(BIN)/pytest --quiet --no-header tests/test_labels.py

bench: $(INSTALLED) system ## Measure the ratios that we promise
	@$(BIN)/python -m benchmarks

corpus: $(INSTALLED) ## Read every file below the folder CORPUS=DIR, and say what came of each
	@$(BIN)/python -m benchmarks.corpus "$(CORPUS)"

schemas: $(INSTALLED) ## Write the JSON Schemas anew
	@for name in $$($(BIN)/council-report schema); do \
		$(BIN)/council-report schema $$name > schemas/$$name.json; done

lock: ## Resolve the dependencies anew and lock them with their hashes (needs uv)
	@uv pip compile --universal --python-version 3.11 --generate-hashes --all-extras \
		--no-emit-index-url --no-emit-find-links --no-annotate --no-header --upgrade \
		pyproject.toml --output-file requirements.lock

clean: ## Remove the environment
	@rm -rf .venv

$(INSTALLED): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed: install it, or name it with PYTHON=…"; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { \
		echo "Installing Debian's python3-venv, which Python needs to make an environment."; \
		$(APT) "python3-venv" || { echo "Install python3-venv, then call make again."; exit 1; }; }
	@echo "Creating .venv from requirements.lock …"
	@rm -rf .venv
	@if command -v uv >/dev/null; then \
		uv venv --quiet --python $(PYTHON) .venv && \
		uv pip install --quiet --compile-bytecode --python $(BIN)/python --require-hashes -r requirements.lock && \
		uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e .; \
	else \
		$(PYTHON) -m venv .venv && \
		$(BIN)/pip install -qq --disable-pip-version-check --require-hashes -r requirements.lock && \
		$(BIN)/pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .; \
	fi
	@touch $@

# Installs Debian packages where that is allowed, and says so.
define APT
sh -c 'as=""; [ "$$(id -u)" = 0 ] || as="sudo -n"; command -v apt-get >/dev/null || exit 1; \
	$$as true 2>/dev/null || exit 1; $$as apt-get -qq update && \
	DEBIAN_FRONTEND=noninteractive $$as apt-get -qq install --no-install-recommends -y $$1 >/dev/null' apt
endef

system:
	@missing=""; for package in $(DEBIAN); do \
		dpkg-query -W -f '$${Status}' $$package 2>/dev/null | grep -q 'ok installed' \
		|| missing="$$missing $$package"; done; \
	if [ -n "$$missing" ]; then \
		echo "Installing$$missing …"; \
		$(APT) "$$missing" || echo "Could not install$$missing:" \
			"the PDF is made by the embedded engine, typst, with the fonts there are."; \
	fi
