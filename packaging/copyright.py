#!/usr/bin/env python3
"""Prints debian/copyright: Evidence itself, and whatever the linker put into its programs besides.

What is linked is read from the build: the objects of each program, and the toolchain's archives whose symbols it
holds. What isn't known here whose it is ends the program.
"""

import glob
import os
import re
import subprocess
import sys

PROGRAMS = ("evidence", "evidence-index", "evidenced", "read-page")
BUILD = ".build/release"
LICENSES = os.path.join(os.path.dirname(__file__), "licenses")

# Modules of C in the packages that are copies of somebody else's: what, whose where the files don't say, licence.
COPIES = {
    "CCryptoBoringSSL": ("BoringSSL", None, "Apache-2.0"),
    "CXKCP": ("the eXtended Keccak Code Package; brg_endian.h is Brian Gladman's",
              "the Keccak Team; 1998-2008 Brian Gladman, Worcester, UK", "CC0-1.0 and Gladman"),
    "CNIOLLHTTP": ("llhttp of Node.js", "2018 Fedor Indutny", "Expat"),
    "CNIOAtomics": ("SwiftNIO's atomics, with cpp_magic.h of uSHET",
                    "2017-2021 Apple Inc. and the SwiftNIO project authors; Thomas Nixon; Jonathan Heathcote",
                    "Apache-2.0 and Expat"),
    "CYaml": ("libyaml", "2006-2016 Kirill Simonov; 2017-2020 Ingy döt Net", "Expat"),
}
# Those that are the packages' own, under the packages' licences.
OWN_C = {
    "CCryptoBoringSSLShims", "CXKCPShims", "CNIODarwin", "CNIOFreeBSD", "CNIOLinux", "CNIOOpenBSD", "CNIOPosix",
    "CNIOWASI", "CNIOWindows", "_AtomicsShims", "_NumericsShims"}
HOLDER = r"Copyright (?:\([cC]\) )?(\d{4}[\d, -]*?),? ([A-Za-z][^\n]*?)\.?(?: All [Rr]ights.*)?\s*$"
# Those of the facts that index/authorities.yaml holds.
DATA_HOLDERS = ["Office for National Statistics", "mySociety"]
APPLE = "Apple Inc. and the Swift project authors"
# The toolchain's archives, by what they are parts of.
TOOLCHAIN = {
    "swift": ("Swift's standard library and runtime, with LLVM's support library, which has LLVM's exception",
              f"2014-2026 {APPLE}; the LLVM project authors", "Apache-2.0-Swift and Apache-2.0-LLVM",
              ["swiftCore", "swiftGlibc", "swiftSwiftOnoneSupport", "swiftSynchronization", "swift_Concurrency",
               "swift_RegexParser", "swift_StringProcessing"]),
    "swift-corelibs-libdispatch": ("libdispatch", f"2008-2026 {APPLE}", "Apache-2.0-Swift",
                                   ["dispatch", "swiftDispatch", "BlocksRuntime"]),
    "swift-corelibs-foundation": ("Foundation", f"2014-2026 {APPLE}", "Apache-2.0-Swift", ["CoreFoundation", "Foundation"]),
    "swift-foundation": ("Foundation's essentials, with a copy of swift-collections", f"2014-2026 {APPLE}", "Apache-2.0-Swift",
                         ["FoundationEssentials", "FoundationInternationalization", "_FoundationCShims",
                          "_FoundationCollections"]),
    "swift-foundation-icu": ("ICU, which Foundation holds a copy of", "1991-2026 Unicode, Inc. and others", "Unicode-3.0",
                             ["_FoundationICU"]),
    "gcc": ("libstdc++ and libgcc of GCC, in the command alone", "1997-2022 Free Software Foundation, Inc.", "GPL-3+-GCC",
            ["stdc++", "gcc", "gcc_eh"]),
    "glibc": ("the GNU C library, in the command alone", "1991-2022 Free Software Foundation, Inc. and others", "LGPL-2.1+",
              ["c"]),
}


def modules():
    """The modules whose objects the linker took, each with its sources."""
    found = {}
    for program in PROGRAMS:
        with open(f"{BUILD}/{program}.product/Objects.LinkFileList", encoding="utf-8") as file:
            for name in set(re.findall(r"/([^/]+)\.build/", file.read())):
                found[name] = sources(name)
    return found


def sources(module):
    """What a module was compiled from, as the compiler noted it beside its objects; not the headers of others."""
    files = set()
    for path in glob.glob(f"{BUILD}/{module}.build/**/*.d", recursive=True):
        with open(path, encoding="utf-8") as file:
            files.update(re.findall(r"(?<=[\s:])/\S+\.(?:swift|c|cc|S)(?=\s)", file.read()))
    return files or sys.exit(f"copyright.py: what {module} was compiled from isn't known")


def symbols(path, kinds):
    """The names of these kinds, by nm(1)'s letters, that an archive or a program defines."""
    lines = subprocess.run(["nm", "--defined-only", path], capture_output=True, text=True, check=True).stdout.splitlines()
    return {fields[2] for fields in map(str.split, lines) if len(fields) == 3 and fields[1] in kinds}


def archives():
    """The toolchain's archives of which a program holds something."""
    swift = os.path.realpath(subprocess.run(["sh", "-c", "command -v swift"], capture_output=True, text=True, check=True)
                             .stdout.strip())
    folder = os.path.join(os.path.dirname(os.path.dirname(swift)), "lib/swift_static/linux")
    programs = [symbols(f"{BUILD}/{program}", "TDRBtdrb") for program in PROGRAMS]
    names = set()
    system = [subprocess.run(["g++", f"-print-file-name=lib{name}.a"], capture_output=True, text=True, check=True).stdout.strip()
              for name in TOOLCHAIN["gcc"][-1] + TOOLCHAIN["glibc"][-1]]
    for path in glob.glob(f"{folder}/lib*.a") + system:
        # Not the weak ones, of which any archive may hold a copy.
        if any(symbols(path, "TDRB") & program for program in programs):
            names.add(os.path.basename(path)[3:-2])
    return names


def holders(files):
    """Who the first lines of these files name as their holders, with the years from the first to the last."""
    years = {}
    for path in files:
        with open(path, encoding="utf-8", errors="replace") as file:
            start = file.read(1500)
        for when, who in re.findall(HOLDER, start, re.M):
            years.setdefault(who.strip(" */"), set()).update(re.findall(r"\d{4}", when))
    return [f"{min(when)}-{max(when)} {who}" if len(when) > 1 else f"{min(when)} {who}" for who, when in sorted(years.items())]


def licence(folder):
    """The licence of a package, and whom it names."""
    paths = [path for path in glob.glob(folder + "/*") if re.match(r"(LICENSE|COPYING)", os.path.basename(path), re.I)]
    with open(paths[0], encoding="utf-8") as file:
        text = file.read()
    named = re.findall(r"^Copyright \(c\) (\d{4}.*?)\.?\s*$", text, re.M)
    if "MIT License" in text:
        return "Expat", named
    if "Apache License" in text:
        return ("Apache-2.0-Swift" if "Runtime Library Exception" in text else "Apache-2.0"), named
    sys.exit(f"copyright.py: {paths[0]} is a licence that isn't known here")


def stanza(files, holders, licence, comment):
    print(f"Files: {files}\nCopyright: " + "\n           ".join(holders) + f"\nLicense: {licence}\nComment: {comment}\n")


def main():
    linked, taken = modules(), archives()
    packages = {}
    for name, files in linked.items():
        checkout = re.match(r".*/\.build/checkouts/([^/]+)", min(files))
        if checkout:
            packages.setdefault((checkout[1], checkout[0]), {})[name] = files
        elif not os.path.isdir(f"Sources/{name}"):
            sys.exit(f"copyright.py: where {name} comes from isn't known: {min(files)}")
    strange = taken - {name for *_, names in TOOLCHAIN.values() for name in names}
    if strange:
        sys.exit(f"copyright.py: whose these archives of the toolchain are isn't known: {sorted(strange)}")

    print("Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\nUpstream-Name: evidence\n"
          "Comment: The programs are linked statically against Swift's runtime and the packages below.\n")
    stanza("*", ["2026 the Evidence developers"], "GPL-3+", "Evidence itself.")
    stanza("Sources/Evidence/Text/FoldingData.swift", ["1991-2022 Unicode, Inc."], "Unicode-3.0",
           "The forms of letters, made from Unicode's data files.")
    stanza("index/authorities.yaml", DATA_HOLDERS, "OGL-UK-3.0 and CC-BY-4.0",
           "The codes, regions and types of local authorities; the codes as compiled by mySociety.")
    used = {"GPL-3+", "Unicode-3.0", "OGL-UK-3.0", "CC-BY-4.0"}
    for files, (what, who, kind, names) in TOOLCHAIN.items():
        if taken & set(names):
            stanza(f"{files}/*", who.split("; "), kind, what + ", of the toolchain.")
            used.update(kind.split(" and "))
    for (package, folder), parts in sorted(packages.items()):
        kind, named = licence(folder)
        own = {path for name, files in parts.items() if name not in COPIES for path in files}
        version = subprocess.run(["git", "-C", folder, "describe", "--tags", "--always"], capture_output=True, text=True)
        stanza(f"{package}/*", named or holders(own) or [f"the {package} project authors"], kind, f"{package} {version.stdout.strip()}.")
        used.add(kind)
        for name, files in sorted(parts.items()):
            if name in OWN_C or min(files).endswith(".swift"):
                continue
            if name not in COPIES:
                sys.exit(f"copyright.py: whose {package}/{name} is isn't known: it is C")
            what, who, kind = COPIES[name]
            stanza(f"{package}/Sources/{name}/*", who.split("; ") if who else holders(files), kind, what + ".")
            used.update(kind.split(" and "))
    for name in sorted(used):
        with open(f"{LICENSES}/{name}", encoding="utf-8") as file:
            print(f"License: {name}\n" + "".join(f" {line.strip() or '.'}\n" for line in file))


main()
