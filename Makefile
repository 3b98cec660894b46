# `make run` and `make test` do all they need; `make help` lists the rest.
SHELL := /bin/bash
PYTHON_IN := .venv/bin/python

.DEFAULT_GOAL := help
.PHONY: help setup setup-test run demo test test-long screens walk sentences guide gallery bench accuracy synkinesis lint types lock clean

help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

setup:
	@scripts/setup.sh run

setup-test:
	@scripts/setup.sh test

run: setup ## Open the program (without a screen: a guided session off-screen); ARGS="..." are passed on
	@$(PYTHON_IN) main.py $(ARGS)

demo: setup ## A session with the drawn face as the patient; ARGS="--affected left --synkinesis 0.6"
	@$(PYTHON_IN) main.py demo $(ARGS)

test: setup-test ## Linters, types, import rules, tests; ARGS="-k smile" picks tests
	@scripts/check.sh $(ARGS)

test-long: setup-test ## The tests of which `make test` takes a sample: every demonstration, every clip
	@$(PYTHON_IN) -m pytest -q -n 2 -m long $(ARGS)

screens: setup ## Pictures of every page and state into out/screens, and what is wrong; ARGS="--only plan"
	@$(PYTHON_IN) -m tests.screens out/screens $(ARGS)

walk: setup ## Walk every page and state in every window size, text size and language
	@$(PYTHON_IN) -m tests.screens out/screens --walk $(ARGS)

sentences: setup ## Write the list of every spoken and written sentence anew; read what changed in it
	@$(PYTHON_IN) -m tests.fixtures.sentences

guide: setup ## Make the pictures of docs/user-guide.md anew
	@$(PYTHON_IN) -m tests.screens.guide docs/images/guide

gallery: setup ## Every demonstration's key poses on one sheet, out/gallery.png
	@$(PYTHON_IN) -m tests.gallery out/gallery.png $(ARGS)

bench: setup ## Speed, against bare inference in the same run (tests/bench/)
	@for file in tests/bench/*_bench.py; do \
	  module=$${file%.py}; echo "== $$file"; $(PYTHON_IN) -m $${module//\//.} $(ARGS) || exit 1; \
	done

synkinesis: setup ## How well synkinesis is seen, against its targets; ARGS="--quick" for a smaller bench
	@$(PYTHON_IN) -m tests.synkinesis $(ARGS)

accuracy: setup-test ## Measure against exact truth and write docs/accuracy.md; ARGS="--quick", "--people DIR"...
	@QT_QPA_PLATFORM=offscreen $(PYTHON_IN) -W ignore -m tests.accuracy $(ARGS)

lint: setup ## Correct style and format in place
	@$(PYTHON_IN) -m ruff check --fix . ; $(PYTHON_IN) -m ruff format .

types: setup ## Types only
	@$(PYTHON_IN) -m mypy

lock: setup ## Resolve the dependencies anew into requirements.lock
	@scripts/lock.sh

clean: ## Remove the environment, caches and output (never the practice log)
	@rm -rf .venv .setup-stamp* coach/capture/models .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist *.egg-info out
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
