# make demo     build, start the sample API, hold it to its contract, write reports/
# make test     every test
# make test-peers  hold httpbin and an S3, from PyPI, to contracts; probe them, nginx and others
# make test-reports  read reports back with readers from PyPI
# make test-browser  open HTML reports in Chromium
# make release  the contract's program and the tool, each one file that needs no Swift (Linux)
# make bench    the table of the README
# make hostile  what comes of every way in which servers and networks fail: verdicts, time, memory
# make leaks    every text that could hijack an output, every form of a secret, in every mode
# make soak     ten minutes behind a proxy that breaks connections, and 200 signals
# make test-slurm  a contract split over a real Slurm array, one lost task included (Linux)
# make test-examples  what the documentation says to paste, held to the CI systems' schemas
# make fuzz     every parser with hostile input, a minute each
# make sanitize the tests, without the Shop, for data races and for errors of memory
# make format   rewrite the sources as the formatter wants them; make lint only looks

SHELL := /bin/sh
# The folder of this file, from whichever folder make was called.
ROOT := $(patsubst %/,%,$(dir $(abspath $(lastword $(MAKEFILE_LIST)))))
SOURCES := Package.swift Sources Tests specs
DEBUG := $(ROOT)/.build/debug

# The official test suites, where they are; CONTRIBUTING says where to get them.
ACCORD_SUITES ?= $(wildcard $(ROOT)/../shared/suites)
export ACCORD_SUITES

# For how long each parser is fuzzed by `make fuzz`.
FUZZ_SECONDS ?= 60

.PHONY: demo test test-peers test-reports test-browser test-slurm test-examples release bench hostile leaks \
  soak fuzz sanitize format lint setup clean

demo: setup
	@cd $(ROOT) && swift build --product shop && swift build --product shop-specs
	@cd $(ROOT) && $(DEBUG)/shop-specs --start '$(DEBUG)/shop --port {port}' \
	  --url 'http://127.0.0.1:{port}' --reports reports

# Everything is built first, so that tests that start programs find them. The hostile servers are held
# to time, and run without others beside them.
test: setup
	@cd $(ROOT) && swift build --build-tests
	@$(ROOT)/Tests/run --skip HostileTests
	@$(ROOT)/Tests/run --filter HostileTests
	@$(ROOT)/Tests/Fuzzing/run 5

test-peers:
	@$(ROOT)/.ci/setup peers
	@$(ROOT)/Tests/Peers/run
	@cd $(ROOT) && swift build --product accord
	@$(ROOT)/Tests/Peers/Probes/run
	@cd $(ROOT) && swift build --product ways
	@$(ROOT)/Tests/Peers/Ways/run

test-reports: setup
	@$(ROOT)/.ci/setup python
	@$(ROOT)/Tests/Reports/run

test-browser:
	@$(ROOT)/.ci/setup browser
	@$(ROOT)/Tests/Browser/run

release: setup
	@cd $(ROOT) && swift build $$($(ROOT)/.ci/release-options) --product shop-specs
	@cd $(ROOT) && swift build $$($(ROOT)/.ci/release-options) --product accord

bench: setup
	@$(ROOT)/Tests/Benchmarks/run

# Built as `make release` builds, so that memory is what users see.
hostile: setup
	@$(ROOT)/Tests/Hostile/run

# SOAK_SECONDS says for how long.
soak: setup
	@$(ROOT)/Tests/Soak/run

leaks: setup
	@cd $(ROOT) && swift build --build-tests
	@ACCORD_LEAKS=whole $(ROOT)/Tests/run --filter 'HijackTests|SecretMatrixTests|RedirectSecretTests'

test-slurm: setup
	@$(ROOT)/Tests/Slurm/run

test-examples:
	@$(ROOT)/Tests/Examples/run

fuzz: setup
	@$(ROOT)/Tests/Fuzzing/run $(FUZZ_SECONDS)

sanitize: setup
	@$(ROOT)/Tests/Sanitizing/run

format:
	@cd $(ROOT) && swift format --in-place --recursive $(SOURCES)

lint:
	@cd $(ROOT) && swift format lint --strict --recursive $(SOURCES)

setup:
	@$(ROOT)/.ci/setup

clean:
	@cd $(ROOT) && rm -rf .build reports/*.xml reports/*.txt reports/*.html reports/*.jsonl reports/*.har
