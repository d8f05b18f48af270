#!/usr/bin/env python3
"""Writes FoldingData.swift from Debian's package unicode-data.

    folding.py [/usr/share/unicode] > FoldingData.swift

A character's folded form is its NFKC_Casefold, decomposed, without accents (nonspacing marks). Our own are the letters of
HAND, which Unicode doesn't take apart. Syllables of Hangul are left out, because FoldingTable works them out.

An entry is FIRST*COUNT/STEP:TARGET, in hexadecimal: COUNT characters from FIRST on, each STEP after the one before; left
out, both are 1. TARGET is the characters of the folded form with `_` between; a `+` behind says that the last of them
goes on by STEP as well. No target is an accent, which goes; `!` is an invisible character, which goes too.
"""

import sys

FOLDER = sys.argv[1] if len(sys.argv) > 1 else "/usr/share/unicode"
HAND = {
    "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ŧ": "t", "ı": "i", "ŋ": "n",
    "ʼ": "'", "ʻ": "'",
}
HANGUL = range(0xAC00, 0xD7A4)
WIDTH = 108


def lines(name):
    """The fields of each line of a file, without comments."""
    with open(f"{FOLDER}/{name}", encoding="utf-8") as file:
        for line in file:
            fields = [field.strip() for field in line.partition("#")[0].split(";")]
            if fields[0]:
                yield fields


def scalars(field):
    """`0041..005A` or `0041` as a range."""
    first, _, last = field.partition("..")
    return range(int(first, 16), int(last or first, 16) + 1)


marks, parts, casefold = set(), {}, {}
for fields in lines("UnicodeData.txt"):
    code = int(fields[0], 16)
    if fields[2] == "Mn":
        marks.add(code)
    if fields[5] and not fields[5].startswith("<"):
        parts[code] = [int(part, 16) for part in fields[5].split()]
for fields in lines("DerivedNormalizationProps.txt"):
    if fields[1] == "NFKC_CF":
        for code in scalars(fields[0]):
            casefold[code] = [int(part, 16) for part in fields[2].split()]
with open(f"{FOLDER}/DerivedNormalizationProps.txt", encoding="utf-8") as file:
    VERSION = file.readline().split("-")[1].removesuffix(".txt\n")


def decomposed(code):
    """The canonical decomposition of a character."""
    if code in HANGUL:
        index = code - HANGUL.start
        jamo = [0x1100 + index // 588, 0x1161 + index % 588 // 28, 0x11A7 + index % 28]
        return jamo if index % 28 else jamo[:2]
    return [last for part in parts[code] for last in decomposed(part)] if code in parts else [code]


def folded(code):
    """The folded form of a character; None for an invisible one."""
    target = casefold.get(code, [code])
    if not target:
        return None
    kept = [last for part in target for last in decomposed(part) if last not in marks]
    return tuple(ord(by) for last in kept for by in HAND.get(chr(last), chr(last)))


def runs(table):
    """The table's entries, as few as one after another make."""
    codes = sorted(table)
    at = 0
    while at < len(codes):
        first, count, step, grows = codes[at], 1, 1, False
        for step, grows in ((1, False), (1, True), (2, True), (2, False)):
            count = 1
            while follows(table, first, count, step, grows):
                count += 1
            if count > (1 if step == 1 else 2):
                break
        if step == 2:
            between = [code for code in codes[at:at + 2 * count] if first < code < first + 2 * count - 1]
            count = count if not any((code - first) % 2 for code in between) else 1
        yield entry(first, count, step, table[first], grows)
        at += count


def follows(table, first, count, step, grows):
    """True if the run goes on with one more character."""
    start, next_ = table[first], table.get(first + count * step, "none")
    if next_ == "none" or (grows and not start):
        return False
    return next_ == (start[:-1] + (start[-1] + count * step,) if grows else start)


def entry(first, count, step, target, grows):
    """A run as the table writes it."""
    head = f"{first:X}" + (f"*{count:X}" if count > 1 else "") + (f"/{step}" if count > 1 and step > 1 else "")
    tail = "!" if target is None else "_".join(f"{code:X}" for code in target)
    return f"{head}:{tail}" + ("+" if count > 1 and grows else "")


def checksum(text):
    """FNV-1a in 32 bits."""
    value = 0x811C9DC5
    for byte in text.encode():
        value = (value ^ byte) * 0x01000193 & 0xFFFFFFFF
    return value


table = {code: folded(code) for code in range(0x110000)
         if not 0xD800 <= code < 0xE000 and code not in HANGUL and folded(code) != (code,)}
entries = list(runs(table))
rows = [""]
for word in entries:
    if rows[-1] and len(rows[-1]) + len(word) + 1 > WIDTH:
        rows.append("")
    rows[-1] += (" " if rows[-1] else "") + word
print(f"""\
/// The folded forms of {len(table):,} characters, made by `make folding` from the data files of Unicode {VERSION}.
///
/// Copyright © 1991-2022 Unicode, Inc. Unicode's data files have its license, https://www.unicode.org/license.txt.
enum FoldingData {{
    /// The checksum of `entries`, FNV-1a in 32 bits.
    static let checksum: UInt32 = 0x{checksum(" ".join(entries)):08X}

    /// The entries, as folding.py describes them.
    static let entries: StaticString = \"\"\"""")
print(" \\\n".join("        " + row for row in rows))
print('        """\n}')
