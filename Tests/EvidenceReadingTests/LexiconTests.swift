import Evidence
import EvidenceReading
import Testing

@Suite struct LexiconTests {
    @Test("no noun names two sources")
    func unambiguous() throws {
        let lexicon = try Lexicon.repository.get()
        var owners: [String: Set<String>] = [:]

        for source in lexicon.sources {
            for noun in source.nouns.flatMap(spellings) {
                owners[noun, default: []].insert("\(source.kind) \(source.group?.rawValue ?? "")")
            }
        }
        for noun in lexicon.ignored.flatMap(spellings) { owners[noun, default: []].insert("ignored") }

        #expect(owners.filter { $0.value.count > 1 }.keys.sorted() == [])
    }

    @Test("the lexicon is in small letters with straight apostrophes, as the tokens are")
    func smallLetters() throws {
        let lexicon = try Lexicon.repository.get()
        let words = lexicon.sources.flatMap(\.nouns) + lexicon.ignored + lexicon.predicates.flatMap(\.speech)

        #expect(words.filter { $0 != $0.lowercased() || $0.contains("’") } == [])
    }

    @Test("every group but the assessor has a source")
    func complete() throws {
        let groups = Set(try Lexicon.repository.get().sources.compactMap(\.group))

        #expect(groups == Set(SourceGroup.allCases).subtracting([.assessor]))
    }

    /// The phrases that `care|nursing home|homes` stands for.
    private func spellings(_ text: String) -> [String] {
        text.split(separator: " ").map { $0.split(separator: "|") }.reduce([""]) { soFar, words in
            soFar.flatMap { phrase in words.map { phrase.isEmpty ? String($0) : "\(phrase) \($0)" } }
        }
    }
}
