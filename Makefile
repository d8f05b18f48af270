# Two commands for a new user: `make demo` and `make test`. The others are for who works on the code.

PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift
BUILD = $(SWIFT) build -c release --static-swift-stdlib
PROGRAMS = .build/release
SUDO = $(shell [ "$$(id -u)" = 0 ] || echo sudo)

.PHONY: build demo test lint format bench quality install uninstall clean deps check

deps:
	@pkg-config --exists xapian-core libxml-2.0 libarchive 2>/dev/null || { \
	  echo "installing libxapian-dev, libxml2-dev, libarchive-dev and pkg-config"; \
	  $(SUDO) apt-get update -qq && \
	  $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq libxapian-dev libxml2-dev libarchive-dev \
	    pkg-config g++ >/dev/null; }

build: deps
	$(BUILD)

demo: build
	./.ci/demo

# The tests run the programs that `build` leaves, so these come first.
test: build
	$(SWIFT) test

lint:
	$(SWIFT) format lint --strict --recursive --parallel Sources Tests Package.swift
	@! grep -rnE '^(public |internal |package )?import CXapian' Sources --include='*.swift' | grep -v '^Sources/Xapian/' \
	  || { echo "only Sources/Xapian may import CXapian"; exit 1; }
	@! grep -rnE '^(public |internal |package )?import CPages' Sources --include='*.swift' \
	  | grep -v '^Sources/EvidenceIndex/PageLibraries.swift:' \
	  || { echo "only PageLibraries.swift may import CPages"; exit 1; }
	@! grep -rnE 'import (Xapian|EvidenceIndex)$$' Sources/Evidence Sources/EvidenceCLI \
	  || { echo "the vocabulary and the command know no index"; exit 1; }

format:
	$(SWIFT) format format -i --recursive --parallel Sources Tests Package.swift

check: lint test

bench: build
	./Benchmarks/bench

# Needs ../shared: the judged topics and sentences, and the real pages.
quality: build
	./Benchmarks/quality

install:
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/evidence
	install -m 755 $(PROGRAMS)/evidence $(PROGRAMS)/evidence-index $(PROGRAMS)/evidenced $(DESTDIR)$(PREFIX)/bin
	install -m 644 index/*.yaml index/*.txt $(DESTDIR)$(PREFIX)/share/evidence
	cp -r index/sample $(DESTDIR)$(PREFIX)/share/evidence/

uninstall:
	rm -f $(addprefix $(DESTDIR)$(PREFIX)/bin/,evidence evidence-index evidenced)
	rm -rf $(DESTDIR)$(PREFIX)/share/evidence

clean:
	rm -rf .build
