/// Rows of a csv file, by RFC 4180; lines may end in LF alone.
struct CSVReader {
    /// A row with the line of the file that it begins on.
    struct Row: Equatable {
        var line: Int
        var cells: [String]
    }

    /// A fault of a file.
    struct Fault: Error {
        var line: Int
        var message: String
    }

    private var rest: ArraySlice<UInt8>
    private var line = 1

    init(_ bytes: [UInt8]) {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        rest = bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes[...]
    }

    /// The next row that isn't empty; `nil` at the end.
    mutating func next() throws(Fault) -> Row? {
        while let first = rest.first, first == UInt8(ascii: "\n") || first == UInt8(ascii: "\r") {
            if first == UInt8(ascii: "\n") { line += 1 }
            rest.removeFirst()
        }
        guard !rest.isEmpty else { return nil }
        var row = Row(line: line, cells: [])
        while true {
            row.cells.append(String(decoding: try cell(), as: UTF8.self))
            guard rest.first == UInt8(ascii: ",") else { return row }
            rest.removeFirst()
        }
    }

    private mutating func cell() throws(Fault) -> [UInt8] {
        guard rest.first == UInt8(ascii: "\"") else {
            let end = rest.firstIndex { ",\r\n".utf8.contains($0) } ?? rest.endIndex
            defer { rest = rest[end...] }
            return Array(rest[..<end])
        }
        return try quoted()
    }

    private mutating func quoted() throws(Fault) -> [UInt8] {
        let start = line
        var cell: [UInt8] = []
        rest.removeFirst()
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "\n") { line += 1 }
            guard byte == UInt8(ascii: "\"") else {
                cell.append(byte)
                continue
            }
            guard rest.first == UInt8(ascii: "\"") else {
                guard let next = rest.first, !",\r\n".utf8.contains(next) else { return cell }
                throw Fault(line: line, message: "something stands behind a closing quote")
            }
            cell.append(byte)
            rest.removeFirst()
        }
        throw Fault(line: start, message: "a quote is never closed")
    }
}
