import Testing

@testable import EvidenceSearch

@Suite("An operator finds the documents, weights and groups that it says, window by window")
struct DocumentSetTests {
    /// A document that matches.
    private struct Found: Equatable {
        let document: Int
        let weight: Double
        let groups: UInt16

        init(_ document: Int, _ weight: Double, _ groups: UInt16) {
            (self.document, self.weight, self.groups) = (document, weight, groups)
        }
    }

    /// The documents of a list, of one weight and in the same groups' sentences.
    private final class ListSet: DocumentSet {
        private let documents: [Int]
        private let weight: Double
        private let groups: UInt16
        private let own = WindowMatches()
        /// Gives all of the list, whatever it is asked about.
        private let isGreedy: Bool
        var maxCount: Int { documents.count }

        init(_ documents: [Int], weight: Double = 1, groups: UInt16 = 0, isGreedy: Bool = false) {
            (self.documents, self.weight, self.groups) = (documents, weight, groups)
            self.isGreedy = isGreedy
        }

        func find(in window: Window, among others: WindowMatches?) -> WindowMatches {
            own.fill(from: self, in: window, among: others)
        }

        func forEach(
            in window: Window, among others: WindowMatches?,
            _ body: (_ index: Int, _ weight: Double, _ groups: UInt16) -> Void
        ) {
            for document in documents where document >= window.start && document < window.end {
                let index = document - window.start
                if isGreedy || others?.contains(index) ?? true { body(index, weight, groups) }
            }
        }
    }

    enum Operator: CaseIterable {
        case and, or, max, andMaybe, andNot
    }

    private func set(_ kind: Operator) -> any DocumentSet {
        let first = ListSet([1, 5, 9, 8_191, 8_192], weight: 1, groups: 0b011)
        let second = ListSet([5, 9, 10, 8_192, 8_200], weight: 2, groups: 0b110)
        return switch kind {
        case .and: AndSet([first, second])
        case .or: OrSet([first, second])
        case .max: MaxSet([first, second])
        case .andMaybe: AndMaybeSet(first, maybe: second)
        case .andNot: AndNotSet(first, not: second)
        }
    }

    private func found(_ set: any DocumentSet, among others: [Int]? = nil) -> [Found] {
        var found: [Found] = []
        for start in [0, Window.size] {
            let window = Window(start: start)
            let among = others.map { ListSet($0).matches(in: window) }
            set.matches(in: window, among: among).forEach { found.append(Found(start + $0, $1, $2)) }
        }
        return found
    }

    private static func expected(_ kind: Operator) -> [Found] {
        switch kind {
        case .and: [Found(5, 3, 0b010), Found(9, 3, 0b010), Found(8_192, 3, 0b010)]
        case .or:
            [
                Found(1, 1, 0b011), Found(5, 3, 0b111), Found(9, 3, 0b111), Found(10, 2, 0b110),
                Found(8_191, 1, 0b011), Found(8_192, 3, 0b111), Found(8_200, 2, 0b110),
            ]
        case .max:
            [
                Found(1, 1, 0b011), Found(5, 2, 0b111), Found(9, 2, 0b111), Found(10, 2, 0b110),
                Found(8_191, 1, 0b011), Found(8_192, 2, 0b111), Found(8_200, 2, 0b110),
            ]
        case .andMaybe:
            [
                Found(1, 1, 0b011), Found(5, 3, 0b011), Found(9, 3, 0b011), Found(8_191, 1, 0b011),
                Found(8_192, 3, 0b011),
            ]
        case .andNot: [Found(1, 1, 0b011), Found(8_191, 1, 0b011)]
        }
    }

    @Test("of all documents", arguments: Operator.allCases)
    func all(kind: Operator) {
        #expect(found(set(kind)) == Self.expected(kind))
    }

    @Test("and only among those that it is asked about", arguments: Operator.allCases)
    func among(kind: Operator) {
        let others = [0, 1, 9, 10, 8_200]

        let found = found(set(kind), among: others)

        #expect(found == Self.expected(kind).filter { others.contains($0.document) })
    }

    @Test("as a part of a conjunction, of an alternative and of an exclusion", arguments: Operator.allCases)
    func parts(kind: Operator) {
        let its = Self.expected(kind).map(\.document)
        let all = [1, 2, 5, 9, 8_191]

        #expect(found(AndSet([ListSet(all), set(kind)])).map(\.document) == all.filter(its.contains))
        #expect(found(OrSet([ListSet(all), set(kind)])).map(\.document) == Set(all + its).sorted())
        #expect(found(MaxSet([ListSet(all), set(kind)])).map(\.document) == Set(all + its).sorted())
        #expect(found(AndMaybeSet(ListSet(all), maybe: set(kind))).map(\.document) == all)
        #expect(
            found(AndNotSet(ListSet(all), not: set(kind))).map(\.document)
                == all.filter { !its.contains($0) })
    }

    #if DEBUG
        @Test("a set that gives documents which it was not asked about is stopped")
        func greedy() async {
            await #expect(processExitsWith: .failure) {
                let asked = ListSet([1]).matches(in: Window(start: 0))
                _ = ListSet([1, 2], isGreedy: true).matches(in: Window(start: 0), among: asked)
            }
        }

        @Test("a set that is asked about a window again is stopped")
        func again() async {
            await #expect(processExitsWith: .failure) {
                let weights = BM25(documents: 1, length: 1)
                let term = TermPostings(.empty, nil, weights: weights, factor: 1)
                _ = term.matches(in: Window(start: 0))
                _ = term.matches(in: Window(start: 0))
            }
        }
    #endif
}
