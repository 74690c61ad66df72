# Everything a newcomer needs: `make demo` shows it working, `make test` tests it.
SHELL := /bin/bash
SWIFT := swift
# No target imports what it does not declare.
IMPORTS := --explicit-target-dependency-import-check error
SOURCES := Sources Tests Package.swift

.PHONY: setup build demo test test-real check format lint reference pictures manifests schemas truth lifecycle packaging fuzz canaries \
  release dist try-packages benchmark clean

setup:
	@Scripts/setup

build: setup
	$(SWIFT) build $(IMPORTS)

demo: build
	@PATH="$(CURDIR)/.build/tools:$$PATH" .build/debug/fedctl demo

# So many test cases are under way at once: more would hold servers, files and threads by the hundred
# while they wait for a core.
WIDTH := SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=16

test: setup
	$(WIDTH) PATH="$(CURDIR)/.build/tools:$(CURDIR)/.build/python/bin:$$PATH" $(SWIFT) test $(IMPORTS)

# The tests that need only a kubeconfig, on clusters of yours: contexts hub, cluster1 and cluster2 of
# FEDCTL_TEST_KUBECONFIG, on which namespaces, roles and workloads come and go. One after another, for
# there is one set of clusters; those that need others than there are pass themselves over.
WORLDS := WorldTests|KubectlTwinTests|AdoptionTests|AdoptionSecrecyTests|BoundTokenTests|TakeoverTests
WORLDS := $(WORLDS)|TeardownTests|ScaleConvergenceTests|CertificateConvergenceTests|MetricsServerTests
WORLDS := $(WORLDS)|FederateConvergenceTests|SidecarConvergenceTests|ReceiveKubernetesConvergenceTests
test-real: setup
	@[ -n "$$FEDCTL_TEST_KUBECONFIG" ] || { echo "FEDCTL_TEST_KUBECONFIG names no kubeconfig" >&2; exit 64; }
	PATH="$(CURDIR)/.build/tools:$(CURDIR)/.build/python/bin:$$PATH" \
	  $(SWIFT) test $(IMPORTS) --no-parallel --filter '\.($(WORLDS))/'

# What CI runs: the tests and everything that can be said without running them.
# At its end it says what was not checked for want of a program; CI fails then.
check: lint reference manifests schemas truth lifecycle packaging test
	@Scripts/tools

lint:
	$(SWIFT) format lint --strict --recursive --parallel $(SOURCES)
	@Scripts/forbid
	@Scripts/suites
	@Scripts/words --self-check
	@Scripts/words
	@Scripts/codes --check
	@Scripts/measure --check
	@Scripts/prove-lints

format:
	$(SWIFT) format format --in-place --recursive --parallel $(SOURCES)

# docs/fleet-file.md is what the schema of the fleet file says.
reference: build
	@Scripts/fleet-reference --check

# The pictures of README and docs, made anew.
pictures: build
	@Scripts/pictures

# Every rendered object against the real API schemas, where they are at hand.
manifests: build
	@Scripts/check-manifests

# The sandbox's schema table: complete, and made from its inputs where they are at hand.
schemas: build
	@Scripts/check-schemas

# The sandbox beside recorded answers of a real API server, where they are at hand.
truth: build
	@Scripts/check-truth

# A fleet from its first plan to its teardown, with witnesses that are not fedctl.
lifecycle: build
	@Scripts/lifecycle

# What a release has beside the programs, as far as that can be told without making one.
packaging: build
	@Scripts/check-packaging

# Mutated inputs for every reader, this many each; the tests run 10,000.
COUNT := 10000
SEED := 1
fuzz: setup
	$(SWIFT) build --configuration release --product fedctl-fuzz --scratch-path .build-release
	.build-release/release/fedctl-fuzz --count $(COUNT) --seed $(SEED)

# Every command on every example beside servers that quote what they are sent, with secrets that must be seen nowhere;
# the tests do two of them.
canaries: setup
	PATH="$(CURDIR)/.build/tools:$(CURDIR)/.build/python/bin:$$PATH" FEDCTL_EVERY_EXAMPLE=1 \
	  $(SWIFT) test $(IMPORTS) --filter CanaryTests

release: setup
	$(SWIFT) build --configuration release --static-swift-stdlib --product fedctl --scratch-path .build-release

# What a release consists of, in dist/: from the last commit, on Debian 12.
dist: setup
	@Scripts/dist

# The release on clean Debian 12 and 13 roots: installed, used, and removed.
try-packages:
	@Scripts/try-packages

# fedctl beside kubectl, on the sandbox.
benchmark: release
	$(SWIFT) build --configuration release --product fedctl-sandbox --scratch-path .build-release
	Benchmarks/compare

clean:
	rm -rf .build .build-* dist
