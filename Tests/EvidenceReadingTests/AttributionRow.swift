import Evidence
import EvidenceReading
import Foundation
import Testing
import Yams

/// One row of the attribution tables: a sentence, who said it, and the words that decide it.
struct Row: Sendable, CustomTestStringConvertible {
    let text: String
    let saidBy: [SourceGroup]
    let because: [String]

    init(_ text: String, _ saidBy: [SourceGroup], _ because: String...) {
        (self.text, self.saidBy, self.because) = (text, saidBy, because)
    }

    var testDescription: String { text }

    /// Attributes the row’s sentence with the lexicon of the repository.
    func check(sourceLocation: SourceLocation = #_sourceLocation) throws {
        let sentences = try Attributor.repository.get().sentences(of: text)
        let sentence = try #require(sentences.first, sourceLocation: sourceLocation)
        let utf8 = Array(text.utf8)
        let words = sentence.because.map { String(decoding: utf8[$0], as: UTF8.self) }

        #expect(sentences.count == 1, sourceLocation: sourceLocation)
        #expect(sentence.saidBy.groups == saidBy, sourceLocation: sourceLocation)
        #expect(words == because, sourceLocation: sourceLocation)
        #expect((sentence.rule == nil) == saidBy.isEmpty, sourceLocation: sourceLocation)
    }
}

/// A text and the groups of its last sentence.
struct Ending: Sendable, CustomTestStringConvertible {
    let text: String
    let saidBy: [SourceGroup]

    init(_ text: String, _ saidBy: SourceGroup...) { (self.text, self.saidBy) = (text, saidBy) }

    var testDescription: String { text }

    /// Attributes the text with the lexicon of the repository.
    func check(sourceLocation: SourceLocation = #_sourceLocation) throws {
        let sentence = try #require(
            Attributor.repository.get().sentences(of: text).last, sourceLocation: sourceLocation)

        #expect(sentence.saidBy.groups == saidBy, sourceLocation: sourceLocation)
    }
}

extension Lexicon {
    /// `index/speakers.yaml` of the repository, decoded once for all tests.
    static let repository = Result {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let file = tests.deletingLastPathComponent().appending(path: "index/speakers.yaml")
        return try YAMLDecoder().decode(Lexicon.self, from: String(contentsOf: file, encoding: .utf8))
    }
}

extension Attributor {
    /// The attributor with the lexicon of the repository.
    static let repository = Lexicon.repository.map { Attributor(lexicon: $0) }
}
