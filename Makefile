# Everything a developer types. `make` alone lists it.
.DEFAULT_GOAL := help
.PHONY: help install run test fast-tests tools lint types templates project-checks bench mutants lock upgrade clean

PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin

help: ## list what can be made
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | while IFS="$$(printf '\t')" read -r name what; do \
		printf '  make %-7s  %s\n' "$$name" "$$what"; done

install: ## .venv with exactly what requirements.txt lists; production's first step
	@$(PYTHON) .ci/install.py requirements.txt

# The time limit: Granian's worker hears Ctrl-C twice, from the terminal and from its parent, and often hangs on it.
run: export WHICHWAY_ENV = demo
run: export SITE_URL = http://127.0.0.1:$(PORT)
run: install ## try it: SQLite, a demo log-in, http://127.0.0.1:8000/ (another port: make run PORT=9000)
	@$(PYTHON) .ci/free_port.py $(PORT)
	@$(BIN)/python manage.py migrate --verbosity 0
	@$(BIN)/python manage.py load_samples || echo "Going on without them."
	@$(MAKE) --silent --no-print-directory var/static/staticfiles.json
	@$(BIN)/python manage.py demo_login
	@echo "Whichway runs at http://127.0.0.1:$(PORT)/ until you press Ctrl-C."
	@exec $(BIN)/granian --interface wsgi --host 127.0.0.1 --port $(PORT) --blocking-threads 4 \
		--workers-kill-timeout 1s --log-level error triage.wsgi:application

# Folders are named too: their time changes when a file in them is removed.
var/static/staticfiles.json: .venv/installed-lock triage/settings.py $(shell find static triage coaches -path '*static*')
	@rm -rf $(@D)
	@$(BIN)/python manage.py collectstatic --no-input --verbosity 0

test: lint types templates project-checks ## every check and every test, on SQLite, on PostgreSQL and in a browser
	$(BIN)/python -m tests

# What .ci/other_python asks of another Python: no browser, no PostgreSQL, and no proof that takes long.
fast-tests: tools
	EXPECTED_DATABASE=sqlite $(BIN)/python -m pytest -n auto --dist loadgroup -m "not browser and not uncounted"

tools:
	@$(PYTHON) .ci/install.py requirements-test.txt

lint: tools
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-logo

types: tools
	$(BIN)/mypy

templates: tools
	find templates triage coaches -name '*.html' -exec $(BIN)/djade --check --target-version 5.2 {} +
	$(BIN)/djhtml --tabwidth 2 --check templates

# The second check runs under production's rules, with secrets made for this one call.
project-checks: export PRODUCTION_SECRET = $(shell $(PYTHON) -c 'import secrets; print(secrets.token_urlsafe(64))')
project-checks: tools
	DJANGO_SETTINGS_MODULE=tests.settings DATABASE_URL=sqlite://:memory: $(BIN)/python manage.py makemigrations --check --dry-run
	DJANGO_SETTINGS_MODULE=tests.settings DATABASE_URL=sqlite://:memory: $(BIN)/python manage.py check --fail-level WARNING
	@echo "manage.py check --deploy --fail-level WARNING, as in production"
	@WHICHWAY_ENV=production SECRET_KEY="$$PRODUCTION_SECRET" QUIZ_COOKIE_KEYS="$$PRODUCTION_SECRET" RESULT_LINK_SALTS="$$PRODUCTION_SECRET" BEHIND_PROXY=1 \
		ALLOWED_HOSTS=whichway.example DATABASE_URL=postgresql://whichway@localhost/whichway \
		SITE_URL=https://whichway.example EMAIL_URL=console:// EMAIL_FROM=letters@whichway.example \
		$(BIN)/python manage.py check --deploy --fail-level WARNING

bench: export WHICHWAY_ENV = demo
bench: tools ## measure, and compare with the floors
	@$(MAKE) --silent --no-print-directory var/static/staticfiles.json
	$(BIN)/python -m tests.benchmarks

mutants: tools ## make small faults in the code, for half an hour, and see whether the tests notice
	$(BIN)/python -m tests.mutants

lock: tools ## bring both lock files in line with pyproject.toml; what is pinned and fits stays as it is
	$(BIN)/python .ci/lock.py

upgrade: tools ## write both lock files with the newest releases that pyproject.toml allows
	$(BIN)/python .ci/lock.py --upgrade

clean: ## remove what was installed and made, the demo's data too
	rm -rf .venv var .coverage .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache test-results
