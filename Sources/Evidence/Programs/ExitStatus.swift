/// The exit statuses that all three programs share.
public enum ExitStatus {
    /// Done, or found.
    public static let done: Int32 = 0
    /// Nothing was found.
    public static let nothing: Int32 = 1
    /// The call or the query is wrong.
    public static let usage: Int32 = 2
    /// There is no daemon, no index, or one that can't be used.
    public static let unusable: Int32 = 3
    /// Done in part: pages left out, rows that failed, an answer that isn't exact.
    public static let partial: Int32 = 4
    /// Something is busy; the same call may go through later.
    ///
    /// `EX_TEMPFAIL` of `sysexits.h`.
    public static let tryAgain: Int32 = 75
}
