"""Measures who is said to have said it: precision, recall and F1, over labelled sentences and over minimal pairs."""

import collections
import json
import re
import subprocess

import programs
from judged.relevance import place

PAGE = """Harrowmere Borough Council: local authority assessment
Safeguarding
Score: 3
3 - Evidence shows a good standard
Key findings for this quality statement
"""


def paragraphs(pages):
    """The paragraphs of pages as `evidence-index` reads them, in order."""
    command = [programs.PROGRAMS / "evidence-index", "--dry-run", "--format", "jsonl", pages]
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    return [json.loads(line) for line in lines]


def rows(path):
    """The fields of each line of a table, without its comments."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def labels(text):
    return set(text.split(",")) - {"none"}


def words(text):
    return " ".join(re.findall(r"\w+", text.lower()))


def groups(paragraph, sentence):
    """The source groups of a sentence. The reader may have cut it elsewhere, so that one holds the other."""
    wanted, found = words(sentence), set()
    for read in paragraph["sentences"]:
        text = words(read["text"])
        if text and (text in wanted or wanted in text):
            found |= set(read["said_by"])
    return found


def sentences(gold, pages):
    """For each labelled sentence: where it stands, its text, its labels, and the groups that were found."""
    read = {place(paragraph["source"]): paragraph for paragraph in paragraphs(pages)}
    for where, _, wanted, text in rows(gold):
        yield where, text, labels(wanted), groups(read[where], text)


def pairs(gold, folder):
    """The same of the last sentence of each text, read as a paragraph of a page."""
    texts = rows(gold)
    (folder / "pairs.txt").write_text(PAGE + "\n".join(text for _, text in texts) + "\n", encoding="utf-8")
    read = {paragraph["text"]: paragraph for paragraph in paragraphs(folder / "pairs.txt")}
    for wanted, text in texts:
        yield gold.name, text, labels(wanted), set(read[text]["sentences"][-1]["said_by"])


def batch(gold, folder):
    """The same of every sentence of invented paragraphs."""
    texts = collections.defaultdict(list)
    for number, wanted, text in rows(gold):
        texts[number].append((wanted, text))
    joined = {number: " ".join(text for _, text in sentences) for number, sentences in texts.items()}
    page = folder / f"{gold.stem}.txt"
    page.write_text(PAGE + "\n".join(joined.values()) + "\n", encoding="utf-8")
    read = {paragraph["text"]: paragraph for paragraph in paragraphs(page)}
    for number, sentences in texts.items():
        for wanted, text in sentences:
            yield f"{gold.name}:{number}", text, labels(wanted), groups(read[joined[number]], text)


def figures(right, wrong, missed):
    """Precision, recall and F1, in words."""
    precision = right / (right + wrong) if right + wrong else 1
    recall = right / (right + missed) if right + missed else 1
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0
    return f"precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}"


def measure(name, judged, verbose):
    """Prints the figures of each source group, and of all."""
    right, wrong, missed = collections.Counter(), collections.Counter(), collections.Counter()
    exact = count = 0
    for where, text, wanted, found in judged:
        count += 1
        exact += wanted == found
        right.update(wanted & found)
        wrong.update(found - wanted)
        missed.update(wanted - found)
        if verbose and wanted != found:
            print(f"  {where} wanted {sorted(wanted)}, found {sorted(found)}: {text[:160]}")
    for group in sorted(right | wrong | missed):
        print(f"  {group:13s} {figures(right[group], wrong[group], missed[group])}")
    print(f"{name} {figures(right.total(), wrong.total(), missed.total())}  exact sets {exact} of {count}")
