/// Absolute paths of files and folders, each of which stands for all that is below it too.
struct Locations {
    private var paths: Set<String> = []

    mutating func insert(_ path: String) { paths.insert(path) }

    /// Returns true if the path, or a folder above it, is one of these; takes as long as the path is deep.
    func cover(_ path: String) -> Bool {
        paths.contains(path)
            || path.indices.contains { path[$0] == "/" && paths.contains(String(path[..<$0])) }
    }
}
