/// Every document, of no weight and in every group's words: Xapian's `MatchAll`.
final class AllSet: DocumentSet {
    private let documents: DocumentTable
    private lazy var own = WindowMatches()
    let maxCount: Int

    init(_ documents: DocumentTable) {
        self.documents = documents
        maxCount = documents.count
    }

    func find(in window: Window, among others: WindowMatches?) -> WindowMatches {
        own.fill(from: self, in: window, among: others)
    }

    @inline(__always)
    func forEach(
        in window: Window, among others: WindowMatches?,
        _ body: (_ index: Int, _ weight: Double, _ groups: UInt16) -> Void
    ) {
        for document in window.start..<min(window.end, documents.count)
        where documents.isDocument(document) && others?.contains(document - window.start) ?? true {
            body(document - window.start, 0, .max)
        }
    }
}
