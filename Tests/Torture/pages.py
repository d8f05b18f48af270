"""Invented pages in the form of the CQC's, and searches of them. Words are drawn by chance, the same for a seed."""

import random
import urllib.parse

COUNCILS = ["Ashcombe", "Brackwater", "Coldmere", "Dunfold", "Elmstow", "Fernleigh", "Gorseby", "Hartwell"]
STATEMENTS = [
    "Assessing needs", "Supporting people to live healthier lives", "Equity in experience and outcomes",
    "Care provision, integration and continuity", "Partnerships and communities",
    "Safe systems, pathways and transitions", "Safeguarding", "Governance, management and sustainability",
    "Learning, improvement and innovation",
]
SPEAKERS = ["Staff told us", "Partners told us", "People told us", "Leaders said", "Unpaid carers said", "Data showed"]
WORDS = [first + second for first in ("bar", "cor", "del", "fen", "gal", "hol", "lin", "mar", "nor", "tam")
         for second in ("ban", "den", "fer", "gan", "lock", "mer", "per", "ton", "vine", "wick")]
SYLLABLES = [start + vowel for start in "b d f g k l m n p r s t v w z ch sh th".split() for vowel in "aeiou"]


def page(paragraphs, council="Harrowmere Borough Council", statement="Safeguarding", score=3):
    """An invented page in the form of the CQC's."""
    standard = ["significant shortfalls", "some shortfalls", "a good standard", "an exceptional standard"][score - 1]
    return "\n".join([
        f"{council}: local authority assessment", statement, f"Score: {score}",
        f"{score} - Evidence shows {standard}", "The local authority commitment", "We keep people safe.",
        "Key findings for this quality statement", *paragraphs, ""])


def corpus(folder, pages, paragraphs, seed=1):
    """Writes pages of so few words that each is in many paragraphs; the same each time."""
    generator = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(pages):
        council, statement = COUNCILS[number // 9 % 8], STATEMENTS[number % 9]
        lines = [f"{generator.choice(SPEAKERS)} the {' '.join(generator.choices(WORDS, k=40))}."
                 for _ in range(paragraphs)]
        text = page(lines, f"{council} Borough Council", statement, number % 4 + 1)
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")


def word(number):
    """The word of that number in a made-up language; the higher, the rarer."""
    made = ""
    while not made or number:
        made += SYLLABLES[number % len(SYLLABLES)]
        number //= len(SYLLABLES)
    return made + "n"


class Corpus:
    """Pages of invented councils, nine each, whose words are as rare and as frequent as a language's."""

    def __init__(self, seed, councils):
        self.random, self.councils = random.Random(seed), councils
        self.words = [word(number) for number in range(2_000)]
        self.weights = [1 / (rank + 1) for rank in range(2_000)]

    def write(self, folder):
        for number in range(self.councils):
            for statement in range(len(STATEMENTS)):
                council = f"{word(900 + number).capitalize()} Borough Council"
                self.write_page(folder / f"{number}" / f"{statement}.txt", council)

    def write_page(self, path, council):
        paragraphs = [" ".join(self.sentence() for _ in range(4)) for _ in range(6)]
        text = page(paragraphs, council, STATEMENTS[int(path.stem)], self.random.randint(1, 4))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def sentence(self):
        text = " ".join(self.random.choices(self.words, self.weights, k=self.random.randint(8, 20)))
        if self.random.random() < 0.6:
            return f"{self.random.choice(SPEAKERS)} {text}."
        return text.capitalize() + "."

    def change(self, folder):
        """Rewrites one page in eight, deletes one in sixteen, and adds a council."""
        for path in sorted(folder.rglob("*.txt")):
            draw = self.random.random()
            if draw < 1 / 16:
                path.unlink()
            elif draw < 3 / 16:
                self.write_page(path, path.read_text(encoding="utf-8").split(":")[0])
        for statement in range(len(STATEMENTS)):
            self.write_page(folder / "new" / f"{statement}.txt", "Harrowmere Borough Council")


def queries(folder, count, seed=1):
    """That many searches of every kind, made of the words of the pages in a folder."""
    rng = random.Random(seed)
    paths = sorted(folder.rglob("*.txt"))
    lines = [line for path in rng.sample(paths, min(len(paths), 40)) for line in path.read_text().splitlines()[7:]]
    lines = [[each for each in line.replace(".", "").split(" ") if each.isalpha()] for line in lines]
    lines = [line for line in lines if len(line) > 3]
    filters = ["said-by:partners", "score:1..2", "statement:safeguarding", "said-by:staff,leaders", "theme:leadership",
               "-said-by:assessor", "score:3"]

    def draw():
        line = rng.choice(lines)
        start = rng.randrange(len(line) - 2)
        one, two, three = line[start:start + 3]
        return rng.choice([
            one, f"{one} {two}", f"{one} {two} {three}", f'"{one} {two}"', f"+{one} {two}", f"{one} -{two}",
            f"{one} NEAR {three}", f"{one[:3]}*", f"{one} OR {two}", f"{one} AND {three}", f"{one}x {two}",
            f"{one} {rng.choice(filters)}", f"{one} {two} {rng.choice(filters)}", rng.choice(filters)])

    all_of_it = "q=indicative:true,false&limit=1000"
    drawn = {"q=&limit=0&facet_limit=0": None, all_of_it: None, all_of_it + "&sort=-score": None}
    while len(drawn) < count:
        drawn[f"q={urllib.parse.quote(draw())}&limit={rng.choice([0, 10, 100])}"] = None
    return list(drawn)
