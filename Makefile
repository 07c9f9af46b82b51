# `make site`, `make serve`, `make test`: each sets up what it needs.
PYTHON ?= python3
export NO_MKDOCS_2_WARNING = 1
# Set on some machines; it would change what programs print.
unexport PYTHONUNBUFFERED

VENV := .venv
READY := $(VENV)/.ready
RUN := $(VENV)/bin/python -m
# What failed, once more and by itself: browsers and processes on a busy machine are
# sometimes late. What is wrong fails twice, and the first failure stays in the log.
HEAR := $(RUN) pytest --last-failed --last-failed-no-failures none
EXIT := build/exit/env
COMPILE := $(RUN) piptools compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url --no-emit-find-links --no-header

.PHONY: site serve quick test hooks bench fresh quizzes exit lock clean help

site: $(READY)        ## run the programs, check their claims, build site/
	$(RUN) scripts.site

serve: $(READY)       ## the same site, live: save and see
	$(RUN) scripts.serve

quick: $(READY)       ## the part of the test that takes seconds: lint, types, sources
	$(VENV)/bin/prek run --all-files

test: $(READY)        ## lint, types, tests, a strict build, the browser suite
	$(RUN) scripts.browser
	$(RUN) ruff check .
	$(RUN) ruff format --check .
	$(RUN) mypy
	$(RUN) scripts.site
	$(RUN) pytest -n auto --ignore=tests/site || $(HEAR) --ignore=tests/site
	$(RUN) pytest -n auto --dist worksteal tests/site || $(HEAR) tests/site

hooks: $(READY)       ## make quick before each commit, by itself
	$(VENV)/bin/prek install

bench: $(READY)       ## measure what people wait for; build/bench.json
	$(RUN) scripts.bench

fresh: $(READY)       ## run every program again, whatever is known of it
	$(RUN) scripts.run --again

quizzes: $(READY)     ## the questions for the terminal, QTI, Moodle and Anki, in build/quizzes
	$(RUN) scripts.export

exit: $(READY) $(EXIT)/.ready  ## the same pages by ProperDocs and by Zensical, compared with site/
	$(RUN) scripts.exit

lock: $(READY)        ## make requirements.txt and requirements-exit.txt from their .in
	$(COMPILE) --output-file requirements.txt requirements.in
	$(COMPILE) --output-file requirements-exit.txt requirements-exit.in

clean:                ## remove what was made here
	rm -rf build site $(VENV)

help:                 ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 12

$(READY): requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11, 5))' || \
	  { echo "Interleave needs Python 3.11.5 or newer; $(PYTHON) is $$($(PYTHON) -V 2>&1). Try: make PYTHON=/path/to/python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || \
	  { echo "$(PYTHON) cannot make virtual environments. On Debian and Ubuntu: sudo apt install python3-venv"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(VENV)/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

# Beside the site's environment, which stays as it is.
$(EXIT)/.ready: requirements-exit.txt | $(READY)
	$(VENV)/bin/python -m venv --clear $(EXIT)
	$(EXIT)/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-exit.txt
	@touch $@
