PYTHON ?= python3
BIN := .venv/bin
ROOT ?= .
FORMAT ?= text
BASE ?= origin/main
TAG ?=
SECONDS ?= 60
export ROOT FORMAT BASE TAG # to the shell as they are: a path may hold a space

.PHONY: help site test coverage oldest soak check attack diff serve lint bench screenshots pictures zensical \
	planted audited test-formats fuzz dist lock clean
help:
	@echo "make site         check the dossier and build the website into site/"
	@echo "make test         run all tests"
	@echo "make coverage     the same, and which lines of the tool they do not run"
	@echo "make oldest       run the tests with the oldest dependencies that the tool allows"
	@echo "make test-formats read each format of our data with a tool of its own community"
	@echo "make soak         run the tests that take minutes: builds killed at many moments"
	@echo "make fuzz         feed what reads and writes with odd texts for a while, SECONDS each ($(SECONDS))"
	@echo "make check        check the dossier and write nothing"
	@echo "make attack       make every claim wrong in every way, and keep what passes the check"
	@echo "make diff         what has changed since the branch left BASE ($(BASE))"
	@echo "make serve        show one edition as you edit, each page made as it is opened"
	@echo "make lint         format, lint, types, workflows"
	@echo "make bench        measure speed and page weights"
	@echo "make screenshots  pictures of ten kinds of page, in build/screenshots/"
	@echo "make pictures     the pictures of the guide again, from site/"
	@echo "make zensical     render the English edition with Zensical, and compare the two"
	@echo "make planted      precision and recall of drafts on planted errors, beside two other tools"
	@echo "make audited      precision and recall of audits by verdict, on texts marked by hand"
	@echo "make dist         the packages of a release, in build/dist/, checked"
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

planted: .venv/dev build/planted-langextract build/planted-linkml
	$(BIN)/python -m tests.planted.scoring --write

audited: .venv/dev
	$(BIN)/python -m tests.audited.scoring --write

build/planted-langextract:
	$(PYTHON) -m venv $@
	-$@/bin/python -m pip install --quiet --disable-pip-version-check langextract==1.7.1

build/planted-linkml:
	$(PYTHON) -m venv $@
	-$@/bin/python -m pip install --quiet --disable-pip-version-check linkml-reference-validator==0.4.0

diff: .venv/site
	@$(BIN)/dossier --root "$$ROOT" diff "$$BASE"

serve: .venv/site
	$(BIN)/dossier --root "$$ROOT" serve

test: .venv/dev
	$(BIN)/python -m pytest --numprocesses 2 --dist loadfile --no-loadscope-reorder

coverage: .venv/dev
	@mkdir -p build
	$(BIN)/coverage run -m pytest
	$(BIN)/coverage report

oldest: build/oldest
	build/oldest/bin/python -m pytest -m "not soak and not browser"

build/oldest: .ci/oldest.txt pyproject.toml
	$(PYTHON) -m venv --clear $@
	$@/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r .ci/oldest.txt
	$@/bin/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --editable .
	@touch $@

soak: .venv/dev
	$(BIN)/python -m pytest -m soak

fuzz: .venv/dev
	$(BIN)/python -m tests.fuzzing $(SECONDS)

test-formats: site build/formats-venv
	build/formats-venv/bin/python tests/formats/validate.py site

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

# Zensical writes only below the folder of its settings, so its site is in build/zensical.
zensical: site build/zensical-venv
	printf 'INHERIT: mkdocs.en.yml\nsite_dir: zensical\n' > build/zensical.yml
	build/zensical-venv/bin/zensical build --config-file build/zensical.yml
	$(BIN)/python -m tests.website.parity site/en build/zensical

dist: build/release-venv
	rm -rf build/dist
	build/release-venv/bin/python -m build --outdir build/dist
	build/release-venv/bin/python -m twine check --strict build/dist/*
	build/release-venv/bin/python .ci/notes.py > build/notes.md

build/%-venv: .ci/%.txt
	$(PYTHON) -m venv --clear $@
	$@/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

PIN := pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	--no-emit-index-url --no-emit-find-links
lock:
	uv $(PIN) pyproject.toml --group build --output-file requirements.txt
	uv $(PIN) pyproject.toml --group build --group dev --constraints requirements.txt --output-file requirements-dev.txt
	uv $(PIN) pyproject.toml --group build --group dev --resolution lowest-direct --output-file .ci/oldest.txt
	uv $(PIN) --group release --output-file .ci/release.txt
	uv $(PIN) --group zensical --output-file .ci/zensical.txt
	uv $(PIN) --group formats --output-file .ci/formats.txt

clean:
	rm -rf build site
