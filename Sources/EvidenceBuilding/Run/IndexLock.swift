internal import EvidenceSearch
internal import Glibc

extension IndexFolder {
    /// Runs `body` with the right to change the index, which one process at a time has: an exclusive `flock(2)`,
    /// which the kernel releases however the process ends.
    ///
    /// If another process holds it, waits for it or throws `locked`.
    func locked<Result>(wait: Bool, _ body: () throws -> Result) throws -> Result {
        try makeFolder(path)
        let lock = path + "/lock"
        let descriptor = open(lock, O_RDWR | O_CREAT | O_CLOEXEC, 0o640)
        guard descriptor >= 0 else { throw IndexError.system(lock) }
        defer { close(descriptor) }
        try take(LOCK_EX, of: descriptor, wait: wait)
        return try body()
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
