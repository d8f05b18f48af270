/// The head of a `search.map`: where each of its arrays lies.
///
/// What is made of the arrays checks them once, when the map is opened: from then on every number in it is known to lead
/// to where it may, so that a search looks at none again. A checksum does not show that. It says that a file is as it was
/// written, but the writer is another user, whose program reads what comes from the web.
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
        else { throw damaged(section) }
        return values
    }

    /// An array of the file that has to have so many elements.
    func values<Value: BitwiseCopyable>(_ section: SearchMapLayout.Section, count: Int) throws(IndexError)
        -> UnsafeBufferPointer<Value>
    {
        let values: UnsafeBufferPointer<Value> = try values(section)
        try require(values.count == count, section)
        return values
    }

    /// Throws if an array does not hold what it has to.
    func require(_ isSound: @autoclosure () -> Bool, _ section: SearchMapLayout.Section) throws(IndexError) {
        guard isSound() else { throw damaged(section) }
    }

    private func damaged(_ section: SearchMapLayout.Section) -> IndexError {
        .damaged(path: path, reason: "its \(section) don't fit the rest of it")
    }
}
