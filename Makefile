PYTHON ?= python3
BIN := .venv/bin
ROOT ?= .
FORMAT ?= text
BASE ?= origin/main
export ROOT FORMAT BASE # to the shell as they are: a path may hold a space

.PHONY: help site test soak check attack diff serve lint bench screenshots pictures zensical lock clean
help:
	@echo "make site         check the dossier and build the website into site/"
	@echo "make test         run all tests"
	@echo "make soak         run the tests that take minutes: builds killed at many moments"
	@echo "make check        check the dossier and write nothing"
	@echo "make attack       make every claim wrong in every way, and keep what passes the check"
	@echo "make diff         what has changed since the branch left BASE ($(BASE))"
	@echo "make serve        build one edition and rebuild it as you edit"
	@echo "make lint         format, lint, types, workflows"
	@echo "make bench        measure speed and page weights"
	@echo "make screenshots  pictures of ten kinds of page, in build/screenshots/"
	@echo "make pictures     the pictures of the guide again, from site/"
	@echo "make zensical     render the English edition with Zensical, to see whether it can"
	@echo "make lock         pin the dependencies again"

.venv/site: requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make site PYTHON=python3.11")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --editable .
	@touch $@

.venv/dev: .venv/site requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

site: .venv/site
	$(BIN)/dossier --root "$$ROOT" build

check: .venv/site
	@$(BIN)/dossier --root "$$ROOT" check --format "$$FORMAT"

attack: .venv/site
	@$(BIN)/dossier --root "$$ROOT" attack --write

diff: .venv/site
	@$(BIN)/dossier --root "$$ROOT" diff "$$BASE"

serve: .venv/site
	$(BIN)/dossier --root "$$ROOT" serve

test: .venv/dev
	$(BIN)/python -m pytest

soak: .venv/dev
	$(BIN)/python -m pytest -m soak

lint: .venv/dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/zizmor --offline --quiet --persona pedantic .github
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.dependabot .github/dependabot.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.github-issue-forms $(filter-out %/config.yml,$(wildcard .github/ISSUE_TEMPLATE/*.yml))

bench: .venv/dev
	$(BIN)/python -m bench

screenshots: .venv/dev
	$(BIN)/python -m tests.browser.screenshots

pictures: .venv/dev
	$(BIN)/python -m tests.browser.pictures

# Zensical writes only below the folder of its settings, so its site stands in build/zensical.
zensical: site
	$(PYTHON) -m venv build/zensical-venv
	build/zensical-venv/bin/python -m pip install --quiet --disable-pip-version-check zensical==0.0.73
	printf 'INHERIT: mkdocs.en.yml\nsite_dir: zensical\n' > build/zensical.yml
	build/zensical-venv/bin/zensical build --config-file build/zensical.yml

PIN := pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	--no-emit-index-url --no-emit-find-links pyproject.toml
lock:
	uv $(PIN) --group build --output-file requirements.txt
	uv $(PIN) --group build --group dev --constraints requirements.txt --output-file requirements-dev.txt

clean:
	rm -rf build site
