internal import Glibc

/// The number of descriptors that the process may have.
enum OpenFiles {
    /// Descriptors that are no connections: two generations' readers at 256 threads, the log and the event loops.
    static let ownUse = 512

    /// Raises the limit as far as it can be raised; returns it.
    static func raiseLimit() -> Int {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 1_024 }
        let old = limit.rlim_cur
        limit.rlim_cur = limit.rlim_max
        let isRaised = setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0
        return Int(clamping: isRaised ? limit.rlim_cur : old)
    }
}
