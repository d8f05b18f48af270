import Evidence

extension ExitStatus {
    /// The status of the command if the daemon answers with this error.
    static func of(_ code: ErrorCode) -> Int32 {
        switch code {
        case .badQuery, .badValue, .unknownValue, .unknownParameter, .emptyQuery, .tooLong, .methodNotAllowed:
            usage
        case .notFound: nothing
        case .noIndex, .generationGone, .internal: unusable
        case .busy, .timeout: tryAgain
        }
    }

    /// The statuses as `--help` lists them.
    static let help = """
        EXIT STATUS:
          0   done, found
          1   nothing found
          2   the arguments or the query can't be understood
          3   no daemon, no index, or one that can't be used
          4   partial: the answer is not exact, or not whole
          75  busy, or no answer in time: try again
        """
}
