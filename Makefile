# What can be done here. `make` lists it, README.md explains it.

PYTHON ?= python3
FORMAT ?= text
python := .venv/bin/python
pip := $(python) -m pip --disable-pip-version-check --quiet
lock := $(python) -m uv pip compile --quiet --upgrade --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --custom-compile-command 'make update'
find_chromium := command -v chromium || command -v google-chrome

# The theme prints news about its own future at each start; ARCHITECTURE.md has our answer.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help ready check diff remind links site serve test bench screenshots update chromium

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "make %-11s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

ready: .venv/for-site ## install what building the site needs

check: .venv/for-site ## name every mistake of the plans; FORMAT=github, BASE=origin/main
	$(python) -m generator check --format $(FORMAT) $(if $(BASE),--base '$(BASE)')

diff: .venv/for-site ## tell what a change means; BASE=origin/main, FORMAT=markdown
	$(python) -m generator diff --format $(FORMAT) '$(or $(BASE),origin/main)'

remind: .venv/for-site ## list what is due soon, overdue or unreported; FORMAT=markdown
	$(python) -m generator remind --format $(FORMAT)

links: .venv/for-site ## ask whether the links of the documents still open; FORMAT=markdown
	$(python) -m generator links --format $(FORMAT)

site: .venv/for-site ## build the whole site into site/
	$(python) -m generator build

serve: .venv/for-site ## show the site on this computer and follow every edit
	$(python) -m generator pages --languages vi
	$(python) -m mkdocs serve --no-strict

test: .venv/for-tests chromium ## run every check: style, types, tests
	$(python) -m ruff check
	$(python) -m ruff format --check
	$(python) -m mypy --strict generator
	$(python) -m pytest --numprocesses auto --dist loadfile

bench: .venv/for-tests ## measure how long a large site takes
	$(python) -m tests.bench

screenshots: .venv/for-tests chromium ## take pictures of every type of page into build/screenshots/
	$(python) -m tests.screenshots

update: .venv/for-tests ## move to the newest versions that requirements*.in allow
	$(pip) install 'uv>=0.9,<1'
	$(lock) requirements.in --output-file requirements.txt
	$(lock) requirements-dev.in --output-file requirements-dev.txt

# The environment is made anew when its locked list changes, so that nothing old stays in it.
.venv/for-site: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(None if sys.version_info >= (3, 11) else \
		"This needs Python 3.11 or newer; name yours: make PYTHON=python3.11")'
	$(PYTHON) -m venv --clear .venv
	$(pip) install --require-hashes --requirement requirements.txt
	@touch $@

.venv/for-tests: requirements-dev.txt .venv/for-site
	$(pip) install --require-hashes --requirement requirements-dev.txt
	@touch $@

# The browser tests drive the Chromium of the system; root on Debian may install it.
chromium:
	@{ $(find_chromium); } >/dev/null || [ "$$(id -u)" != 0 ] || ! command -v apt-get >/dev/null || \
		{ apt-get --quiet update && \
		  DEBIAN_FRONTEND=noninteractive apt-get --quiet --yes install --no-install-recommends chromium; }
	@{ $(find_chromium); } >/dev/null || \
		{ echo 'The browser tests need Chromium: install the package "chromium", or Google Chrome.'; exit 1; }
