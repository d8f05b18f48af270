internal import EvidenceIndex
internal import Glibc

extension IndexFolder {
    /// Runs `body` with the right to change the index, which one process at a time has: an exclusive `flock(2)`,
    /// which the kernel releases however the process ends.
    ///
    /// Where another holds it, waits for it or throws `locked`.
    func locked<Result>(wait: Bool, _ body: () throws -> Result) throws -> Result {
        try makeFolder(path)
        let lock = path + "/lock"
        let descriptor = open(lock, O_RDWR | O_CREAT | O_CLOEXEC, 0o640)
        guard descriptor >= 0 else { throw IndexError.system(lock) }
        defer { close(descriptor) }
        while flock(descriptor, wait ? LOCK_EX : LOCK_EX | LOCK_NB) != 0 {
            if errno == EINTR { continue }
            throw errno == EWOULDBLOCK ? IndexError.locked(path: path) : IndexError.system(lock)
        }
        return try body()
    }
}
