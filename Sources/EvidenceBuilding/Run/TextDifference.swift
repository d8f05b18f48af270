internal import Evidence
internal import EvidenceSearch

/// What changed in a page's text: a sentence that only moved is as it was.
struct TextDifference {
    /// A sentence of a page.
    struct Placed {
        /// The paragraph's id and the sentence's number there.
        let id: String
        let text: String
    }

    /// How many paragraphs came, went and stayed.
    let counts: ChangesResponse.Paragraphs
    /// The indices of the paragraphs before that went.
    let gone: [Int]
    /// The sentences that came, went or were worded anew, in the order of the page as it is now; those that went last.
    let sentences: [ChangesResponse.Sentence]

    init(from old: [StoredParagraph], on oldPage: PageRecord, to new: [StoredParagraph], on page: PageRecord)
    {
        let kept = Self.leftOver(old.map(\.text), new.map(\.text))
        gone = kept.old
        counts = .init(
            added: kept.new.count, removed: kept.old.count, kept: new.count - kept.new.count)
        let (before, after) = (Self.sentences(of: old, on: oldPage), Self.sentences(of: new, on: page))
        let rest = Self.leftOver(before.map(\.text), after.map(\.text))
        sentences = Self.paired(rest.old.map { before[$0] }, rest.new.map { after[$0] })
    }

    /// A page's sentences in order.
    static func sentences(of paragraphs: [StoredParagraph], on page: PageRecord) -> [Placed] {
        paragraphs.enumerated().flatMap { index, paragraph in
            paragraph.sentences.enumerated().map { number, sentence in
                Placed(
                    id: "\(page.identity)/\(index + 1)#\(number + 1)",
                    text: String(paragraph.words(at: sentence.range)))
            }
        }
    }

    /// The indices of the texts that the other side doesn't have, each text as often as it stands there.
    private static func leftOver(_ old: [String], _ new: [String]) -> (old: [Int], new: [Int]) {
        var places: [String: [Int]] = [:]
        for (index, text) in old.enumerated().reversed() { places[text, default: []].append(index) }
        var (kept, came): (Set<Int>, [Int]) = ([], [])
        for (index, text) in new.enumerated() {
            if let place = places[text]?.popLast() { kept.insert(place) } else { came.append(index) }
        }
        return (old.indices.filter { !kept.contains($0) }, came)
    }

    /// Each new sentence with the old one that it rewords, which shares most of its words.
    private static func paired(_ old: [Placed], _ new: [Placed]) -> [ChangesResponse.Sentence] {
        let (oldWords, newWords) = (old.map(words), new.map(words))
        var pairs: [(likeness: Double, old: Int, new: Int)] = []
        for (oldIndex, theirs) in oldWords.enumerated() {
            for (newIndex, ours) in newWords.enumerated() {
                let shared = Double(theirs.intersection(ours).count)
                let likeness = 2 * shared / Double(max(1, theirs.count + ours.count))
                if likeness >= 0.5 { pairs.append((likeness, oldIndex, newIndex)) }
            }
        }
        pairs.sort { ($1.likeness, $0.old, $0.new) < ($0.likeness, $1.old, $1.new) }
        var partners: [Int: Int] = [:]
        var taken: Set<Int> = []
        for pair in pairs where partners[pair.new] == nil && !taken.contains(pair.old) {
            partners[pair.new] = pair.old
            taken.insert(pair.old)
        }
        return new.enumerated().map { index, sentence in
            .init(id: sentence.id, from: partners[index].map { old[$0].text }, to: sentence.text)
        }
            + old.enumerated().filter { !taken.contains($0.offset) }.map {
                .init(id: $0.element.id, from: $0.element.text, to: nil)
            }
    }

    private static func words(_ sentence: Placed) -> Set<String> {
        Set(TextWord.words(of: sentence.text).map(\.text))
    }
}
