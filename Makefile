# Encaisse: one command for each thing that a developer or a first-time user does.
#   make run      from a fresh machine to the demo firm at http://127.0.0.1:8080
#   make test     everything that must pass before a change is accepted
#   make build    the release binary alone: .build/release/encaisse

PORT ?= 8080
ENCAISSE := .build/release/encaisse
SWIFT_CHECKS := --explicit-target-dependency-import-check error

.DEFAULT_GOAL := help
.PHONY: help setup setup-tests build run test lint format bench fuzz kill kill-sending year clean

help: ## This list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## Install the Debian packages that are missing
	@scripts/setup

setup-tests: ## The same, with what the tests need
	@scripts/setup --tests

build: setup ## Build the release binary
	@echo "==> Building in release mode (the first time takes some minutes)"
	swift build -c release --product encaisse </dev/null

run: build ## Build, write and import the demo firm, and serve it
	@echo "==> Writing the files of the demo firm to ./demo"
	$(ENCAISSE) demo --customers 60 --invoices 600 --seed 1 --out demo
	@rm -f demo/demo.encaisse demo/demo.encaisse-wal demo/demo.encaisse-shm
	@echo "==> Importing them"
	$(ENCAISSE) import --book demo/demo.encaisse demo/fichiers
	@$(ENCAISSE) today --book demo/demo.encaisse --summary
	@if [ -n "$$DISPLAY" ] && command -v xdg-open >/dev/null; then \
	  (sleep 1; xdg-open http://127.0.0.1:$(PORT)) & fi; \
	$(ENCAISSE) serve --book demo/demo.encaisse --port $(PORT)

test: setup-tests ## Build and run every test
	swift build --build-tests $(SWIFT_CHECKS) </dev/null
	swift test --skip-build --disable-xctest $(SWIFT_CHECKS) </dev/null

lint: ## Check the formatting
	swift format lint --strict --recursive Package.swift Sources Tests Benchmarks

format: ## Mend the formatting
	swift format --in-place --recursive Package.swift Sources Tests Benchmarks

bench: build setup-tests ## Measure, and print the figures of docs/performance.md
	swift build -c release --product bench </dev/null
	scripts/bench

fuzz: setup ## Feed every reader with spoilt files for a minute each (SECONDS=n for longer)
	scripts/fuzz $(or $(SECONDS),60)

kill: build ## Kill imports at random moments, a hundred times; docs/campaigns.md has the last result
	scripts/kill-campaign $(ENCAISSE) --times 100

kill-sending: build setup-tests ## Kill sendings at random moments, fifty times, and count at the mail server
	.venv/bin/python scripts/kill-sending $(ENCAISSE) --times 50

year: build setup-tests ## Live a year of an imaginary firm, with all that goes wrong, and prove that it was right
	.venv/bin/python scripts/simulated-year $(ENCAISSE)

clean: ## Remove what was built, and the demo
	rm -rf .build demo
