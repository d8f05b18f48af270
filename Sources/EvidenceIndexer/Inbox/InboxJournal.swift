internal import EvidenceSearch
internal import FoundationEssentials
internal import Glibc

/// The names that a run has moved and not yet indexed, each with a zero byte after it.
struct InboxJournal {
    private let shelf: Shelf
    private static let name = ".taking"

    /// The journal of the shelf to which pages are moved.
    init(of shelf: Shelf) { self.shelf = shelf }

    /// The names that the run before left.
    var names: [String] {
        let data = FileManager.default.contents(atPath: shelf.path(of: Self.name)) ?? Data()
        return data.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
            .filter { !$0.contains("/") && shelf.has($0) }
    }

    /// Writes the names, which are on the disk when this returns.
    func write(_ names: [String]) throws {
        guard !names.isEmpty else { return shelf.remove(Self.name) }
        let new = Self.name + ".new"
        shelf.remove(new)
        guard shelf.write(names.map { $0 + "\0" }.joined(), to: new),
            shelf.move(new, to: shelf, as: Self.name)
        else { throw IndexError.system(shelf.path(of: Self.name)) }
    }
}
