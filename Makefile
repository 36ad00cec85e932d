# Each target sets up what it needs: system packages, a virtual environment, the locked Python packages.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL: # apt and pip do not share
.PHONY: help run demo test lint format evaluate bench translations screenshots release-check packages test-packages lint-packaging sbom lock clean desktop-packages

# The Python that the environments are made with; 3.11 or newer.
export PYTHON ?= python3
BIN := .venv/bin
INSTALL := -m pip install --quiet --disable-pip-version-check
COMPILE := pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header

help: ## say what the targets do
	@awk -F ': .*## ' '/^[a-z-]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: .venv/run.stamp ## start Herwidget; ARGS="..." are its arguments
	@$(BIN)/python -m herwidget $(ARGS)

demo: .venv/run.stamp ## start Herwidget on a made-up year in a journal of its own
	@$(BIN)/python -m herwidget demo $(ARGS)

test: desktop-packages .venv-core/core.stamp .venv/dev.stamp ## check the layers and run all tests
	$(BIN)/lint-imports --no-logo
	.venv-core/bin/python -m pytest tests/core -n auto
	$(BIN)/python -m pytest tests --ignore tests/core --ignore tests/session -n auto --dist loadfile
	$(BIN)/python -m pytest tests/session -n 2 --dist loadfile

lint: .venv/dev.stamp ## check style, types and layers
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/mypy --platform win32 --cache-dir .mypy_cache/win32 herwidget
	$(BIN)/mypy --platform darwin --cache-dir .mypy_cache/darwin herwidget
	$(BIN)/lint-imports --no-logo

format: .venv/dev.stamp ## mend the style
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

evaluate: .venv/dev.stamp ## say what the detector reaches; DATA=FILE.csv, TRACE=1 for its verdicts alone
	@$(BIN)/python -m evaluation $(if $(TRACE),--trace) "$(DATA)" $(ARGS)

bench: .venv/dev.stamp ## measure start, card, window, memory and wake-ups
	$(BIN)/python -m benchmarks $(ARGS)

translations: .venv/dev.stamp ## gather the texts, and compile what is translated
	$(BIN)/pyside6-lupdate $$(git ls-files 'herwidget/*.py') -ts resources/translations/herwidget_ko.ts \
		-source-language en_US -target-language ko_KR -no-obsolete -locations none
	$(BIN)/pyside6-lrelease resources/translations/herwidget_*.ts

screenshots: desktop-packages .venv/dev.stamp ## make the README's pictures from the program itself
	$(BIN)/python -m tools.screenshots

release-check: .venv/run.stamp ## name the help lines that nobody has checked for six months; ARGS=YYYY-MM-DD is the day
	@$(BIN)/python -m tools.release_check $(ARGS)

packages: .venv-packaging/packaging.stamp ## make the packages in build/packages; ARGS="deb rpm tarball appimage", or flatpak
	@tools/system-packages packaging
	packaging/build $(ARGS)

test-packages: desktop-packages .venv/dev.stamp packages ## install, upgrade and remove the Debian package in a clean Debian system (as root)
	packaging/test_packages/make_next
	$(BIN)/python -m pytest packaging/test_packages

lint-packaging: .venv-release/release.stamp ## check the workflows
	.venv-release/bin/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	.venv-release/bin/zizmor --offline --quiet --persona pedantic .github/workflows

sbom: .venv-release/release.stamp .venv-packaging/packaging.stamp ## list what the packages are made of, in build/packages
	@.venv-release/bin/python -m tools.sbom $$(packaging/version)

lock: $(BIN)/uv ## renew requirements/*.lock; ARGS=--upgrade for the newest versions
	$(BIN)/uv $(COMPILE) $(ARGS) pyproject.toml --output-file requirements/run.lock
	$(BIN)/uv $(COMPILE) $(ARGS) pyproject.toml --group dev --output-file requirements/dev.lock
	$(BIN)/uv $(COMPILE) $(ARGS) pyproject.toml --group packaging --output-file requirements/packaging.lock
	$(BIN)/uv $(COMPILE) $(ARGS) --group release --output-file requirements/release.lock
	$(BIN)/uv $(COMPILE) $(ARGS) --group core-test --output-file requirements/core.lock
	$(BIN)/python -m tools.flatpak_sources >packaging/flatpak/wheels.json

clean: ## remove the environments and all that was built
	rm -rf .venv .venv-core .venv-packaging .venv-release .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	rm -rf build dist test-artifacts
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Before the environments, so that apt is asked once for everything.
desktop-packages:
	@tools/system-packages test

# The import at the end fails, by name, if a library of the system is still missing.
.venv/run.stamp: requirements/run.lock tools/packages-run.txt
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Herwidget needs Python 3.11 or newer")'
	@tools/system-packages run
	@echo "Setting up .venv; the first time, about 90 MB are fetched ..."
	@$(PYTHON) -m venv .venv
	@$(BIN)/python $(INSTALL) --require-hashes -r $<
	@$(BIN)/python -c 'import PySide6.QtWidgets'
	@touch $@

.venv/dev.stamp: requirements/dev.lock pyproject.toml .venv/run.stamp
	@echo "Setting up the tools of development in .venv ..."
	@$(BIN)/python $(INSTALL) --require-hashes -r $<
	@$(BIN)/python $(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

# Without Qt, which proves that the core does not need it.
.venv-core/core.stamp: requirements/core.lock | .venv/run.stamp
	@echo "Setting up .venv-core ..."
	@$(PYTHON) -m venv .venv-core
	@.venv-core/bin/python $(INSTALL) --require-hashes -r $<
	@touch $@

# What is frozen is what lies here: the program's own packages and PyInstaller, without the tools of development.
.venv-packaging/packaging.stamp: requirements/packaging.lock | .venv/run.stamp
	@echo "Setting up .venv-packaging ..."
	@$(PYTHON) -m venv .venv-packaging
	@.venv-packaging/bin/python $(INSTALL) --require-hashes -r $<
	@touch $@

# What checks and tells about a release; none of it is in a package.
.venv-release/release.stamp: requirements/release.lock | .venv/run.stamp
	@echo "Setting up .venv-release ..."
	@$(PYTHON) -m venv .venv-release
	@.venv-release/bin/python $(INSTALL) --require-hashes -r $<
	@touch $@

$(BIN)/uv: | .venv/run.stamp
	@$(BIN)/python $(INSTALL) uv
