import Evidence
import Xapian

/// What a search should answer, worked out from the paragraphs of a dry run one by one, without an index.
struct AnswerModel {
    /// The paragraphs that match.
    let matches: [ModelParagraph]
    /// Those that hold all the words.
    let allWords: [ModelParagraph]
    let isAll: Bool
    private let paragraphs: [ModelParagraph]
    private let wanted: Set<String>

    /// The answer for words side by side and filters, which are slugs.
    init(_ words: String, _ filters: [Filter], match: String, over paragraphs: [ModelParagraph]) throws {
        let wanted = try Set(words.split(separator: " ").map { try Stemmer(language: "en").stem(String($0)) })
        let passed = paragraphs.filter { paragraph in filters.allSatisfy { $0.passes(paragraph.hit) } }
        let all = passed.filter { wanted.isSubset(of: $0.stems) }
        isAll = wanted.isEmpty || match == "all" || match == "auto" && all.count >= 10
        matches = isAll ? all : passed.filter { !wanted.isDisjoint(with: $0.stems) }
        (allWords, self.paragraphs, self.wanted) = (all, paragraphs, wanted)
    }

    /// The counts of a facet by their values, for values that some paragraph of the index has.
    func counts(_ field: FacetField) -> [String: ModelCount] {
        var counts: [String: ModelCount] = [:]
        for each in paragraphs {
            for value in each.hit.values(of: field) { counts[value, default: .init()].of += 1 }
        }
        for each in matches { for value in each.hit.values(of: field) { counts[value]?.n += 1 } }
        for each in allWords where !isAll {
            for value in each.hit.values(of: field) { counts[value]?.allWords += 1 }
        }
        guard field == .saidBy, !wanted.isEmpty else { return counts }
        for each in matches {
            for group in each.hit.saidBy where isSpoken(by: group, in: each) {
                counts[group.rawValue]?.inTheirWords += 1
            }
        }
        return counts
    }

    private func isSpoken(by group: SourceGroup, in paragraph: ModelParagraph) -> Bool {
        let theirs = paragraph.spoken[group] ?? []
        return isAll ? wanted.isSubset(of: theirs) : !wanted.isDisjoint(with: theirs)
    }
}

extension Hit {
    /// The values that the paragraph has of a facet.
    func values(of field: FacetField) -> [String] {
        switch field {
        case .saidBy: saidBy.map(\.rawValue)
        case .score: [score.map { "\($0)" } ?? "none"]
        case .statement: [statement]
        case .theme: theme.map { [$0] } ?? []
        case .authority: [authority]
        case .section: [section]
        case .region: [region ?? "none"]
        case .authorityType: [authorityType ?? "none"]
        case .published: [published ?? "none"]
        case .edition: [edition ?? "none"]
        case .rating: [rating ?? "none"]
        }
    }
}

/// A paragraph with the stems of its words, and of those of each group's sentences.
struct ModelParagraph: Sendable {
    let hit: Hit
    let stems: Set<String>
    let spoken: [SourceGroup: Set<String>]

    init(_ hit: Hit, _ stemmer: Stemmer) throws {
        self.hit = hit
        stems = try Self.stems(of: hit.text, stemmer)
        var spoken: [SourceGroup: Set<String>] = [:]
        for sentence in hit.sentences {
            let stems = try Self.stems(of: String(sentence.text), stemmer)
            for group in sentence.saidBy { spoken[group, default: []].formUnion(stems) }
        }
        self.spoken = spoken
    }

    /// The stems of a text's words; a hyphenated word is found by its parts and as one.
    private static func stems(of text: String, _ stemmer: Stemmer) throws -> Set<String> {
        var stems: Set<String> = []
        var joined = ""
        for word in TextWord.words(of: text) {
            joined = word.isJoined ? joined + word.text : word.text
            stems.formUnion([try stemmer.stem(word.text), try stemmer.stem(joined)])
        }
        return stems
    }
}

/// A filter by slugs, of which a paragraph needs one.
struct Filter: Sendable {
    let name: String
    let values: String

    func passes(_ hit: Hit) -> Bool {
        let its: [String] =
            switch name {
            case "said_by", "not_said_by": hit.saidBy.map(\.rawValue)
            case "statement", "not_statement": [hit.statement]
            case let name: FacetField(name: name).map(hit.values) ?? []
            }
        return its.contains { values.split(separator: ",").map(String.init).contains($0) }
            != name.hasPrefix("not_")
    }
}

/// One value's counts, as the model has them.
struct ModelCount: Equatable {
    var n = 0
    var of = 0
    var allWords = 0
    var inTheirWords = 0
}
