public import Foundation

/// A folder that goes when the test is done with it.
public final class TemporaryFolder: Sendable {
    /// Where it is.
    public let path: String

    /// Makes an empty folder with a short path: a socket's has at most 107 bytes.
    public init() throws {
        let made = FileManager.default.temporaryDirectory.appendingPathComponent(
            "ev-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: made, withIntermediateDirectories: true)
        path = made.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file below the folder, and the folders above it.
    public func write(_ text: String, to name: String) throws {
        try write(Data(text.utf8), to: name)
    }

    /// Writes bytes to a file below the folder, and the folders above it.
    public func write(_ data: Data, to name: String) throws {
        let file = URL(fileURLWithPath: path).appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file)
    }
}

/// Where things are in the repository.
public enum Repository {
    /// The repository's own folder.
    public static let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent().path
    /// The data files and the sample reports.
    public static let index = path + "/index"
    /// Real pages; not part of the repository.
    public static let realPages = path + "/../shared/reports"
    /// Whether the real pages are there.
    public static let hasRealPages = FileManager.default.fileExists(atPath: realPages)
}
