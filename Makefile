# Set-up, build, tests: `make` alone lists the targets. The set-up runs once, as a prerequisite, and
# again only when a list of packages changes.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
MAKEFLAGS += --no-builtin-rules

# The Python that makes the virtual environment; 3.11 or newer.
PYTHON ?= python3
# Languages to build, such as LANGUAGES="en fr"; empty means those of config/config.yaml.
LANGUAGES ?=
# The number of damaged files for `make fuzz`, and the seed from which they follow.
CASES ?= 10000
SEED ?= 1
# The port that `make serve` listens on, and `make preview`, which takes a free one unless this is set.
PORT ?= 8000
# The edition that `make preview` shows; empty means the first one in config/config.yaml.
EDITION ?=

VENV := .venv
export PATH := $(CURDIR)/$(VENV)/bin:$(PATH)
export PYTHON

.PHONY: help editions check test acceptance fuzz lint preview serve pins clean distclean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

editions: $(VENV)/.build-packages ## build every edition into output/editions (LANGUAGES="en fr" for some)
	@setup/timed.sh "editions" setup/build.sh $(LANGUAGES)
	@find output/editions -type f -name '[!.]*' | sort
	@tail -n 1 output/logs/verify.log

check: $(VENV)/.build-packages ## check the records, then compare them with the published documents
	@compendium check
	@compendium collate

test: $(VENV)/.test-packages node_modules/.installed .cache/verapdf-fetched ## run the tests
	@setup/timed.sh "tests" pytest -n 2

acceptance: $(VENV)/.test-packages node_modules/.installed .cache/verapdf-fetched ## run the long tests, on the real corpus
	@setup/timed.sh "acceptance" pytest -n 2 -m acceptance

fuzz: $(VENV)/.test-packages ## damage files of every kind, and check that each is read or refused (CASES=10000 SEED=1)
	@cd tests/fuzz && python -m fuzzing --cases $(CASES) --seed $(SEED)

lint: $(VENV)/.test-packages ## check the code with linters
	@setup/timed.sh "lint" setup/lint.sh

preview: $(VENV)/.build-packages ## show an edition in a browser while you edit it (LANGUAGES=fr EDITION=index-2019 PORT=8080)
	@exec compendium preview $(if $(LANGUAGES),--language $(firstword $(LANGUAGES))) $(if $(EDITION),--edition $(EDITION)) $(if $(filter-out file,$(origin PORT)),--port $(PORT))

serve: ## show output/editions in a browser at http://127.0.0.1:8000/ (PORT=8000)
	@test -d output/editions || { echo "error: there are no editions yet; run: make editions" >&2; exit 1; }
	@echo "open http://127.0.0.1:$(PORT)/ in a browser; Ctrl-C stops the server"
	@$(PYTHON) -m http.server --bind 127.0.0.1 --directory output/editions $(PORT)

pins: $(VENV)/.test-packages ## choose new versions of all packages: constraints*.txt, package-lock.json
	@setup/timed.sh "pins" setup/pins.sh

clean: ## remove what was built
	@rm -rf output .snakemake .cache/kept

distclean: clean ## remove what was installed here, too
	@rm -rf $(VENV) node_modules .cache .mypy_cache .ruff_cache .pytest_cache

# Set-up. Each file below marks a finished step; it is older than its list if the list has changed.

.cache/system-build: setup/packages-build.txt setup/system-packages.sh
	@setup/python-version.sh
	@setup/system-packages.sh setup/packages-build.txt
	@mkdir -p .cache && touch $@

.cache/system-test: setup/packages-test.txt setup/system-packages.sh | .cache/system-build
	@setup/system-packages.sh setup/packages-test.txt
	@touch $@

$(VENV)/.build-packages: constraints-build.txt pyproject.toml setup/python-packages.sh | .cache/system-build
	@setup/timed.sh "Python packages for the build" setup/python-packages.sh $(VENV) constraints-build.txt
	@touch $@

.cache/verapdf-fetched: setup/verapdf.txt setup/verapdf.sh | .cache/system-test
	@setup/timed.sh "PDF validator" setup/verapdf.sh
	@touch $@

$(VENV)/.test-packages: constraints.txt $(VENV)/.build-packages | .cache/system-test
	@setup/timed.sh "Python packages for the tests" setup/python-packages.sh $(VENV) constraints.txt
	@touch $@

node_modules/.installed: package-lock.json package.json | .cache/system-test
	@setup/timed.sh "HTML checkers" npm ci --loglevel=error
	@touch $@
