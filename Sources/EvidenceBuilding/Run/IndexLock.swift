internal import EvidenceSearch
internal import Glibc

extension IndexFolder {
    /// Runs `body` with the right to change the index, which one process at a time has: an exclusive `flock(2)`,
    /// which the kernel releases however the process ends.
    ///
    /// If another process holds it, waits for it or throws `locked`.
    func locked<Result>(wait: Bool, _ body: () throws -> Result) throws -> Result {
        let made = missingFolders
        try makeFolder(path)
        let descriptor = try takeLockFile(wait: wait)
        defer {
            // A run that made no index leaves nothing of its own behind, and whoever waits makes a lock of his own.
            if !made.isEmpty, (try? current()) == .some(nil) { removeTraces(made) }
            close(descriptor)
        }
        return try body()
    }

    /// Opens the lock and takes it; a lock that its holder has removed meanwhile is made again.
    private func takeLockFile(wait: Bool) throws -> Int32 {
        let lock = path + "/lock"
        while true {
            try makeFolder(path)
            let descriptor = open(lock, O_RDWR | O_CREAT | O_CLOEXEC, 0o640)
            guard descriptor >= 0 else {
                if errno == ENOENT { continue }
                throw IndexError.system(lock)
            }
            do {
                try take(LOCK_EX, of: descriptor, wait: wait)
            } catch {
                close(descriptor)
                throw error
            }
            var ours = stat()
            var theirs = stat()
            if fstat(descriptor, &ours) == 0, stat(lock, &theirs) == 0, ours.st_ino == theirs.st_ino {
                return descriptor
            }
            close(descriptor)
        }
    }

    /// The folder and those above it that aren't there yet, the deepest first.
    private var missingFolders: [String] {
        var missing: [String] = []
        var folder = path[...]
        while !folder.isEmpty, access(String(folder), F_OK) != 0, let slash = folder.lastIndex(of: "/") {
            missing.append(String(folder))
            folder = folder[..<slash]
        }
        return missing
    }

    private func removeTraces(_ made: [String]) {
        unlink(path + "/lock")
        rmdir(path + "/generations")
        for folder in made where rmdir(folder) != 0 { return }
    }

    /// Runs `body` while nobody else may change the index, as long as there is a lock that can be read.
    func unchanging<Result>(wait: Bool, _ body: () throws -> Result) throws -> Result {
        let descriptor = open(path + "/lock", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return try body() }
        defer { close(descriptor) }
        try take(LOCK_SH, of: descriptor, wait: wait)
        return try body()
    }

    private func take(_ lock: Int32, of descriptor: Int32, wait: Bool) throws(IndexError) {
        while flock(descriptor, wait ? lock : lock | LOCK_NB) != 0 {
            if errno == EINTR { continue }
            throw errno == EWOULDBLOCK ? .locked(path: path) : .system(path + "/lock")
        }
    }
}
