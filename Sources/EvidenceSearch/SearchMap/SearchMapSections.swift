/// The head of a `search.map`: where each of its arrays lies.
struct SearchMapSections {
    let file: MappedFile
    private let path: String
    private let head: UnsafeBufferPointer<UInt64>

    init(path: String) throws(IndexError) {
        self.path = path
        file = try MappedFile(path: path)
        guard let head = file.values(UInt64.self, at: 0, count: SearchMapLayout.headCount),
            head[0] == SearchMapLayout.mark
        else { throw .damaged(path: path, reason: "it doesn't begin as a search map does") }
        self.head = head
    }

    /// An array of the file, which lives as long as the file.
    func values<Value: BitwiseCopyable>(_ section: SearchMapLayout.Section) throws(IndexError)
        -> UnsafeBufferPointer<Value>
    {
        let index = 1 + 2 * section.rawValue
        guard let offset = Int(exactly: head[index]), let count = Int(exactly: head[index + 1]),
            let values = file.values(Value.self, at: offset, count: count)
        else { throw damaged }
        return values
    }

    /// The error of a file whose arrays don't fit together.
    var damaged: IndexError { .damaged(path: path, reason: "its parts don't fit together") }
}
