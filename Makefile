# Two commands do everything: `make portal` builds the sample portal, `make test` checks the project.
# Variables: PYTHON (which Python makes the virtual environment), VENV (where), WORKERS (of pytest).

VENV ?= .venv
WORKERS ?= auto
BIN := $(VENV)/bin
CHECKED := plugins theme scripts tests
PYTEST := $(BIN)/python -m pytest -n $(WORKERS) --dist worksteal
export PYTHON
export PYRIGHT_PYTHON_IGNORE_WARNINGS := 1
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help portal serve docs test lint types imports unit browser format reference screenshots bench \
	bench-build bench-federation bench-atlas bench-map bench-check bench-history bench-serve bench-search \
	wheel venv clean
.DELETE_ON_ERROR:

help: ## Show this list
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "  make %-16s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

portal: $(VENV)/.ready-to-build ## Build the sample portal into site/
	@$(BIN)/journeybook build
	@echo
	@echo "The portal is built. Open it:  file://$(CURDIR)/site/index.html"
	@echo "or serve it while you write:   make serve"

serve: $(VENV)/.ready-to-build ## Serve the sample portal; edits show at once
	@$(BIN)/journeybook serve

docs: $(VENV)/.ready-to-build ## Build the manual into site-docs/
	@$(BIN)/journeybook build --root docs --strict
	@echo
	@echo "The manual is built. Open it:  file://$(CURDIR)/site-docs/index.html"

test: $(VENV)/.ready-to-test lint types imports ## Check everything: lint, types, imports, all tests
	@$(PYTEST)

lint: $(VENV)/.ready-to-test ## Check style and format
	@$(BIN)/ruff check $(CHECKED)
	@$(BIN)/ruff format --check $(CHECKED)

types: $(VENV)/.ready-to-test ## Check types
	@$(BIN)/pyright --warnings --pythonpath $(BIN)/python

imports: $(VENV)/.ready-to-test ## Check that imports go one way
	@$(BIN)/lint-imports --no-cache

unit: $(VENV)/.ready-to-test ## Run the tests that need no browser
	@$(PYTEST) -m "not browser"

browser: $(VENV)/.ready-to-test ## Run the tests in the browser
	@$(PYTEST) -m browser

format: $(VENV)/.ready-to-test ## Mend style and format where a tool can
	@$(BIN)/ruff check --fix $(CHECKED)
	@$(BIN)/ruff format $(CHECKED)

reference: $(VENV)/.ready-to-build ## Write the manual's reference pages anew
	@for page in content diagnostics commands; do $(BIN)/python scripts/dev/$${page}_reference.py; done

screenshots: $(VENV)/.ready-to-test ## Take the manual's pictures anew
	@$(BIN)/journeybook build
	@$(BIN)/python scripts/dev/screenshots.py site

bench: bench-build bench-map bench-atlas bench-check bench-history bench-serve bench-search ## Measure builds, and what readers and writers wait for

bench-build: $(VENV)/.ready-to-test ## Measure builds of 100 to 20,000 pages beside other systems; SPEED=--publish
	@$(BIN)/python scripts/dev/bench_build.py $(SPEED)

bench-federation: $(VENV)/.ready-to-build ## Measure a hub over 200 portals of 50 journeys
	@$(BIN)/python scripts/dev/bench_federation.py

bench-atlas: $(VENV)/.ready-to-build ## Measure the atlas of 300 journeys, and that of a hub over 200 portals
	@$(BIN)/python scripts/dev/bench_atlas.py

bench-check: $(VENV)/.ready-to-build ## Measure `journeybook check` of 250, 1,000 and 4,000 journeys
	@$(BIN)/python scripts/dev/bench_check.py

bench-serve: $(VENV)/.ready-to-test ## Measure how soon an edit shows in `journeybook serve`, at 1,000 and 10,000 pages
	@$(BIN)/python scripts/dev/bench_serve.py

bench-search: $(VENV)/.ready-to-test ## Measure how the search of 10,000 pages answers
	@$(BIN)/python scripts/dev/bench_search.py

bench-history: $(VENV)/.ready-to-test ## Measure `journeybook diff`, and the past told by 1,000 commits
	@$(BIN)/python scripts/dev/bench_history.py

bench-map: $(VENV)/.ready-to-test ## Measure how quickly a large map answers its reader
	@$(BIN)/python scripts/dev/bench_map.py

wheel: $(VENV)/.ready-to-build ## Build the wheel into dist/
	@$(BIN)/python -m hatchling build -t wheel

venv: $(VENV)/.ready-to-test ## Make the virtual environment, with all that the tests need

clean: ## Remove what was built, all but the virtual environment
	rm -rf site site-docs dist build .cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find $(CHECKED) -name __pycache__ -prune -exec rm -rf {} +

# Stamps: each is made anew when what it was made from has changed.

$(VENV)/.ready-to-build: pyproject.toml constraints.txt scripts/dev/make_venv.sh
	@echo "Preparing $(VENV)"
	@scripts/dev/make_venv.sh $(VENV)
	@touch $@

$(VENV)/.ready-to-test: $(VENV)/.ready-to-build tests/tools/npm/package-lock.json \
		scripts/dev/install_checkers.sh scripts/dev/install_hosts.sh scripts/dev/install_browser.sh
	@echo "Preparing $(VENV) for the tests"
	@scripts/dev/make_venv.sh $(VENV) dev
	@scripts/dev/install_checkers.sh $(VENV)
	@scripts/dev/install_hosts.sh $(VENV)
	@scripts/dev/install_browser.sh $(VENV)
	@touch $@
