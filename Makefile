# Two commands for a new user: `make demo` and `make test`. The others are for people who work on the code.

PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift
# The compiler writes code that makes types, because making them from their names has the runtime search thousands of
# conformances at each start. Libraries are looked for only in the system's folders.
BUILD = $(SWIFT) build -c release --static-swift-stdlib --disable-local-rpath \
  --explicit-target-dependency-import-check error \
  -Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors
PROGRAMS = .build/release
SUDO = $(shell [ "$$(id -u)" = 0 ] || echo sudo)

MANUAL = .build/manual
COMMANDS = evidence evidence-index evidenced
DATE = $(shell git log -1 --format=%cs 2>/dev/null || date +%F)

.PHONY: build test-deps demo test guides torture fuzz sanitize lint format bench bench-peers quality folding manual test-system deb package install uninstall clean deps check

deps:
	@pkg-config --exists xapian-core libxml-2.0 libarchive libseccomp 2>/dev/null || { \
	  echo "installing libxapian-dev, libxml2-dev, libarchive-dev, libseccomp-dev and pkg-config"; \
	  $(SUDO) apt-get update -qq && \
	  $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq libxapian-dev libxml2-dev libarchive-dev \
	    libseccomp-dev pkg-config g++ >/dev/null; }

# Xapian's own tools, which the tests hold our database against, ICU, which they hold the folding of text against, and
# curl, which a guide asks the daemon with.
test-deps:
	@{ command -v quest && command -v curl && [ -x /usr/lib/cgi-bin/omega/omega ] && /usr/bin/python3 -c 'import icu, xapian'; } >/dev/null 2>&1 || { \
	  echo "installing xapian-tools, python3-xapian, python3-icu, xapian-omega and curl"; \
	  $(SUDO) apt-get update -qq && \
	  $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends xapian-tools \
	    python3-xapian python3-icu xapian-omega curl >/dev/null; }

build: deps
	$(BUILD)

demo: build
	./.ci/demo

# `build` comes first, because the tests run the programs that it leaves.
test: build test-deps
	$(SWIFT) test

# Writes what the programs print now into README.md and docs/, whose commands the tests run, and into README's picture.
guides: build test-deps
	EVIDENCE_RENEW_GUIDES=1 $(SWIFT) test --filter GuideTests
	./docs/screenshot

# Tries the package and its units under a systemd of its own. It needs root; without root it says that it is left out.
test-system: build
	./Tests/SystemTests/run

# Tries for ten minutes to break the programs that `build` left; Tests/README.md lists how.
torture: build
	./Tests/Torture/run

# The seconds for each of twelve targets.
FUZZ_SECONDS ?= 1200

fuzz:
	./Tests/FuzzTests/run $(FUZZ_SECONDS)

# The tests, built for each sanitizer. Tests/Sanitizers/run says what it ignores, and why.
sanitize: deps
	./Tests/Sanitizers/run

lint:
	$(SWIFT) format lint --strict --recursive --parallel Sources Tests Package.swift
	@! grep -rnE '^(public |internal |package )?import CXapian' Sources --include='*.swift' | grep -vE '^Sources/Xapian(Writing)?/' \
	  || { echo "only Sources/Xapian and XapianWriting may import CXapian"; exit 1; }
	@! grep -rnE '^(public |internal |package )?import CPages' Sources --include='*.swift' \
	  || { echo "only read-page may read pages with CPages"; exit 1; }
	@! grep -rnE 'import Xapian$$' Sources/EvidenceDaemon Sources/EvidenceIndexer \
	  || { echo "the programs reach Xapian through EvidenceSearch and EvidenceBuilding"; exit 1; }

format:
	$(SWIFT) format format -i --recursive --parallel Sources Tests Package.swift

check: lint test

bench: build
	./Benchmarks/bench

# Lets libxapian, tantivy and SQLite do the same work in one run.
bench-peers: build
	./Benchmarks/peers

# Measures with judged topics and sentences of the sample, and of real pages if ../shared holds them.
quality: build
	./Benchmarks/quality

# Writes the table that folds text from Unicode's own, as Debian packs them.
folding:
	@[ -e /usr/share/unicode/UnicodeData.txt ] || { \
	  $(SUDO) apt-get update -qq && $(SUDO) apt-get install -y -qq --no-install-recommends unicode-data >/dev/null; }
	./Sources/Evidence/Text/folding.py > .build/FoldingData.swift
	mv .build/FoldingData.swift Sources/Evidence/Text/FoldingData.swift

deb: build package

# Packs the programs that `build` left.
package:
	@{ command -v dh && command -v lintian; } >/dev/null || { \
	  echo "installing debhelper and lintian"; \
	  $(SUDO) apt-get update -qq && \
	  $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends debhelper lintian \
	    dpkg-dev fakeroot >/dev/null; }
	./packaging/deb

# Makes man pages and completions from the definitions that the programs print of themselves.
manual:
	rm -rf $(MANUAL) && install -d $(MANUAL)/man1 $(MANUAL)/man8 $(MANUAL)/bash $(MANUAL)/zsh $(MANUAL)/fish
	$(PROGRAMS)/evidence --experimental-dump-help | $(PROGRAMS)/EvidenceManual $(MANUAL)/man1 1 $(DATE)
	$(PROGRAMS)/evidence-index --experimental-dump-help | $(PROGRAMS)/EvidenceManual $(MANUAL)/man1 1 $(DATE)
	$(PROGRAMS)/evidenced --experimental-dump-help | $(PROGRAMS)/EvidenceManual $(MANUAL)/man8 8 $(DATE)
	install -d $(MANUAL)/man5 $(MANUAL)/man7
	install -m 644 Sources/EvidenceManual/Pages/*.5 $(MANUAL)/man5
	install -m 644 Sources/EvidenceManual/Pages/*.7 $(MANUAL)/man7
	for command in $(COMMANDS); do \
	  $(PROGRAMS)/$$command --generate-completion-script bash | sed '1{/^#!/d}' > $(MANUAL)/bash/$$command && \
	  $(PROGRAMS)/$$command --generate-completion-script zsh > $(MANUAL)/zsh/_$$command && \
	  $(PROGRAMS)/$$command --generate-completion-script fish > $(MANUAL)/fish/$$command.fish || exit 1; \
	done

SHARE = $(DESTDIR)$(PREFIX)/share
# evidence-index finds read-page here from where it is itself.
LIBEXEC = $(PREFIX)/libexec/evidence

# The programs read /etc/evidence, whatever PREFIX is. An existing configuration is kept.
SYSCONFDIR ?= /etc
UNITDIR ?= $(PREFIX)/lib/systemd/system
USERUNITDIR = $(PREFIX)/lib/systemd/user
DOCDIR = $(PREFIX)/share/doc/evidence
UNITS = $(wildcard systemd/*.service systemd/*.socket systemd/*.path)
USERUNITS = $(wildcard systemd/user/*)
PATHS = sed -e 's|@bindir@|$(PREFIX)/bin|g' -e 's|@docdir@|$(DOCDIR)|g'

install: manual
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(LIBEXEC) $(SHARE)/evidence $(SHARE)/bash-completion/completions \
	  $(SHARE)/zsh/site-functions $(SHARE)/fish/vendor_completions.d $(addprefix $(SHARE)/man/,man1 man5 man7 man8)
	install -s -m 755 $(addprefix $(PROGRAMS)/,$(COMMANDS)) $(DESTDIR)$(PREFIX)/bin
	install -s -m 755 $(PROGRAMS)/read-page $(DESTDIR)$(LIBEXEC)
	install -m 644 index/*.yaml index/*.txt $(SHARE)/evidence
	cp -r index/sample $(SHARE)/evidence/
	for section in man1 man5 man7 man8; do \
	  install -m 644 $(MANUAL)/$$section/* $(SHARE)/man/$$section || exit 1; done
	install -m 644 $(MANUAL)/bash/* $(SHARE)/bash-completion/completions
	install -m 644 $(MANUAL)/zsh/* $(SHARE)/zsh/site-functions
	install -m 644 $(MANUAL)/fish/* $(SHARE)/fish/vendor_completions.d
	install -d $(DESTDIR)$(DOCDIR) $(DESTDIR)$(SYSCONFDIR)/evidence $(DESTDIR)$(UNITDIR) $(DESTDIR)$(USERUNITDIR) \
	  $(DESTDIR)$(PREFIX)/lib/sysusers.d $(DESTDIR)$(PREFIX)/lib/tmpfiles.d
	[ -e $(DESTDIR)$(SYSCONFDIR)/evidence/evidenced.yaml ] || \
	  install -m 644 config/evidenced.yaml $(DESTDIR)$(SYSCONFDIR)/evidence/evidenced.yaml
	for unit in $(notdir $(UNITS)); do \
	  $(PATHS) systemd/$$unit > $(DESTDIR)$(UNITDIR)/$$unit && chmod 644 $(DESTDIR)$(UNITDIR)/$$unit || exit 1; done
	for unit in $(notdir $(USERUNITS)); do \
	  $(PATHS) systemd/user/$$unit > $(DESTDIR)$(USERUNITDIR)/$$unit && \
	  chmod 644 $(DESTDIR)$(USERUNITDIR)/$$unit || exit 1; done
	install -m 644 systemd/sysusers.d/evidence.conf $(DESTDIR)$(PREFIX)/lib/sysusers.d
	install -m 644 systemd/tmpfiles.d/evidence.conf $(DESTDIR)$(PREFIX)/lib/tmpfiles.d
	install -m 644 docs/*.md docs/openapi.yaml $(DESTDIR)$(DOCDIR)

# The configuration and the index stay.
uninstall:
	rm -f $(addprefix $(DESTDIR)$(PREFIX)/bin/,$(COMMANDS))
	rm -rf $(SHARE)/evidence $(DESTDIR)$(LIBEXEC)
	rm -f $(SHARE)/man/man1/evidence.1 $(SHARE)/man/man1/evidence-*.1 $(SHARE)/man/man8/evidenced.8 \
	  $(SHARE)/man/man5/evidence-schema.5 $(SHARE)/man/man5/evidence-database.5 $(SHARE)/man/man7/evidence-query.7 \
	  $(addprefix $(SHARE)/bash-completion/completions/,$(COMMANDS)) \
	  $(addprefix $(SHARE)/zsh/site-functions/_,$(COMMANDS)) \
	  $(addsuffix .fish,$(addprefix $(SHARE)/fish/vendor_completions.d/,$(COMMANDS))) \
	  $(addprefix $(DESTDIR)$(UNITDIR)/,$(notdir $(UNITS))) \
	  $(addprefix $(DESTDIR)$(USERUNITDIR)/,$(notdir $(USERUNITS))) \
	  $(addprefix $(DESTDIR)$(USERUNITDIR)/,$(notdir $(USERUNITS))) \
	  $(DESTDIR)$(PREFIX)/lib/sysusers.d/evidence.conf $(DESTDIR)$(PREFIX)/lib/tmpfiles.d/evidence.conf
	rm -rf $(DESTDIR)$(DOCDIR)

clean:
	rm -rf .build
