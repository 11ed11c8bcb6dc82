# The commands of the project. Each works on a fresh clone; `make help` lists them.
PYTHON ?= python3
BIN = .venv/bin
ifeq ($(OS),Windows_NT)
BIN = .venv/Scripts
endif

.DEFAULT_GOAL := help
.PHONY: help demo check test test-all gate scores release-scores bench golden docs model lock wheel clean

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 18

# Installing again only when what is installed has changed.
.venv/run: requirements/run.txt pyproject.toml hatch_build.py $(wildcard models/*/*)
	$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'Python 3.11 or newer is needed; try: make PYTHON=python3.12')"
	test -d .venv || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --editable .
	@touch $@

.venv/dev: requirements/dev.txt .venv/run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

demo: .venv/run ## install, then six sample write-ups into out/records.jsonl and a table
	$(BIN)/champion-extract extract corpus/samples -o out/records.jsonl
	$(BIN)/champion-extract extract corpus/samples --format table

check: .venv/dev ## format, lint, types, import contracts, generated docs
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/champion-extract schema --format markdown | diff -u docs/fields.md - || (echo "docs/fields.md is stale: make docs" && false)
	$(BIN)/champion-extract corpus check corpus/train corpus/dev corpus/test
	$(BIN)/champion-extract corpus stats corpus/train corpus/dev

test: .venv/dev ## the quick tests
	$(BIN)/python -m pytest -m "not slow"

test-all: .venv/dev ## all tests, the slow ones too
	$(BIN)/python -m pytest

gate: .venv/run ## accuracy on corpus/dev against its floors
	$(BIN)/champion-extract evaluate corpus/dev --gate corpus/floors.json

scores: .venv/run ## the README's score table again, on corpus/dev
	$(BIN)/python bench/readme_scores.py

release-scores: .venv/run ## corpus/test, once a release, into docs/scores.md
	$(BIN)/champion-extract evaluate corpus/test --markdown > docs/scores.md

bench: .venv/run ## speeds
	$(BIN)/python bench/startup.py
	$(BIN)/python bench/pipeline.py
	$(BIN)/python bench/places.py
	$(BIN)/python bench/organisations.py
	$(BIN)/python bench/structure.py
	$(BIN)/python bench/quantities.py
	$(BIN)/python bench/quotes.py

golden: .venv/run ## the golden records of the samples again; read the diff
	$(BIN)/python tests/golden.py

docs: .venv/run ## what is generated from the code
	$(BIN)/champion-extract schema --format markdown > docs/fields.md

model: .venv/run ## the rule model again into models/, after a change of components
	rm -rf models/champion_*
	$(BIN)/python -c "from champion_extract.pipeline import build; nlp = build(); nlp.to_disk('models/' + nlp.meta['name'] + '-' + nlp.meta['version'])"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --editable .

lock: ## new pins with hashes in requirements/ (needs uv)
	uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml --group build -o requirements/run.txt
	uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml --group dev -c requirements/run.txt -o requirements/dev.txt

wheel: .venv/dev ## the wheel and the source archive into dist/
	$(BIN)/python -m build --no-isolation --outdir dist .

clean: ## remove what was made
	rm -rf .venv out dist src/champion_extract/models
