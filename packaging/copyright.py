#!/usr/bin/env python3
"""Prints debian/copyright: Evidence itself, and every package that is linked into its programs."""

import glob
import os
import re
import subprocess

# All that SwiftPM fetches: the linker leaves out what isn't used.
root = ".build/checkouts"
print("""Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: evidence
Comment: The programs are linked statically against Swift's runtime and the packages below.

Files: *
Copyright: 2026 the Evidence maintainers
License: GPL-3+
""")


def stanza(files, holder, licence, comment):
    print(f"Files: {files}\nCopyright: {holder}\nLicense: {licence}\nComment: {comment}\n")


stanza("swift-runtime/*", "2014-2026 Apple Inc. and the Swift project authors", "Apache-2.0-Swift",
       "Swift's standard library, Dispatch and Foundation of the toolchain.")
stanza("icu/*", "1991-2026 Unicode, Inc. and others", "Unicode-3.0", "ICU, which Foundation holds a copy of.")
for folder in sorted(glob.glob(root + "/*")):
    name = os.path.basename(folder)
    licence = next(path for path in sorted(glob.glob(folder + "/*")) if re.match(r"(LICENSE|COPYING)", os.path.basename(path), re.I))
    with open(licence, encoding="utf-8") as file:
        text = file.read()
    kind = "Expat" if "MIT License" in text else "Apache-2.0-Swift" if "Runtime Library Exception" in text else "Apache-2.0"
    holders = sorted(set(re.findall(r"^\s*Copyright \(c\) (\d{4}.*?)\.?\s*$", text, re.M)))
    if not holders:
        notice = next(iter(sorted(glob.glob(folder + "/NOTICE*"))), None)
        holders = ["the " + name + " project authors"] if not notice else ["the " + name + " project authors (see its NOTICE)"]
    version = subprocess.run(["git", "-C", folder, "describe", "--tags", "--always"], capture_output=True, text=True).stdout.strip()
    stanza(name + "/*", "; ".join(holders), kind, f"{name} {version}")

def indented(text):
    return "\n".join(" " + (line.strip() or ".") for line in text.strip().splitlines())


def text_of(path, begin, end=None):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    text = text[text.index(begin):]
    return text[:text.index(end) + len(end)] if end else text


print("License: GPL-3+\n On Debian systems the text is in /usr/share/common-licenses/GPL-3.\n")
print("License: Apache-2.0\n On Debian systems the text is in /usr/share/common-licenses/Apache-2.0.\n")
exception = text_of(root + "/swift-argument-parser/LICENSE.txt", "As an exception, if you use this Software")
print("License: Apache-2.0-Swift\n On Debian systems the text is in /usr/share/common-licenses/Apache-2.0.\n .")
print(indented(exception) + "\n")
print("License: Expat\n" + indented(text_of(root + "/Yams/LICENSE", "Permission is hereby granted")) + "\n")
print("License: Unicode-3.0\n" + indented("""Permission is hereby granted, free of charge, to any person obtaining a
copy of data files and any associated documentation (the "Data Files") or software and any associated documentation
(the "Software") to deal in the Data Files or Software without restriction, including without limitation the rights to
use, copy, modify, merge, publish, distribute, and/or sell copies of the Data Files or Software, and to permit persons to
whom the Data Files or Software are furnished to do so, provided that either (a) this copyright and permission notice
appear with all copies of the Data Files or Software, or (b) this copyright and permission notice appear in associated
Documentation.

THE DATA FILES AND SOFTWARE ARE PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED."""))
