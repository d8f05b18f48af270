internal import ArgumentParser
internal import Logging
internal import NIOCore

/// The values and the help of each setting.
extension DaemonSetting {
    /// The numbers that a setting takes, and its default.
    struct Numbers {
        let range: ClosedRange<Int>
        let standard: Int

        init(_ range: ClosedRange<Int>, _ standard: Int) { (self.range, self.standard) = (range, standard) }
    }

    /// The numbers that the setting takes; `nil` if its value is a text.
    var numbers: Numbers? {
        switch self {
        case .index, .socket, .logLevel: nil
        // The processors that this process may use, which can be fewer than the machine has.
        case .threads: Numbers(1...256, min(System.coreCount, 256))
        case .slowQuery: Numbers(0...3_600_000, 500)
        case .searchTimeout: Numbers(1...3_600_000, 2_000)
        case .idleExit: Numbers(0...31_536_000, 0)
        case .idleConnectionTimeout: Numbers(1...86_400, 300)
        case .maxBodyBytes: Numbers(0...16_777_216, 65_536)
        case .maxHeaderBytes: Numbers(16_384...16_777_216, 81_920)
        case .requestTimeout: Numbers(1...3_600, 30)
        case .answerTimeout: Numbers(1...3_600, 60)
        case .maxConnections: Numbers(1...1_000_000, 8_192)
        case .maxWaiting: Numbers(8...1_000_000, 1_000)
        case .maxUnsentBytes: Numbers(1_048_576...1_099_511_627_776, 268_435_456)
        }
    }

    /// The help of the flag, with the default.
    var help: ArgumentHelp {
        let (meaning, valueName) = words
        return ArgumentHelp("\(meaning) Default: \(standardText).", valueName: valueName)
    }

    private var words: (meaning: String, valueName: String) {
        switch self {
        case .index: ("The index.", "folder")
        case .socket: ("The socket.", "path")
        case .threads: ("Searches at a time.", "n")
        case .logLevel: ("What to log, from trace to critical.", "level")
        case .slowQuery: ("Log searches that take longer, with their queries; 0: none.", "ms")
        case .searchTimeout: ("Stop a search after this time and answer with what it has found.", "ms")
        case .idleExit: ("End after this time without a connection, until the next one; 0: never.", "s")
        case .idleConnectionTimeout: ("Close a connection after this time without a request.", "s")
        case .maxBodyBytes: ("The largest body of a request that is read.", "bytes")
        case .maxHeaderBytes: ("The largest address and headers of a request.", "bytes")
        case .requestTimeout: ("Refuse a request that is not complete within this time.", "s")
        case .answerTimeout: ("Give up an answer of which the client takes nothing for this time.", "s")
        case .maxConnections: ("Connections at a time; more are answered 503.", "n")
        case .maxWaiting: ("Searches that wait at a time; more are answered 503.", "n")
        case .maxUnsentBytes: ("Give up the oldest answers that nobody takes above this total.", "bytes")
        }
    }

    private var standardText: String {
        switch self {
        case .index: "/var/lib/evidence/index"
        case .socket: "$XDG_RUNTIME_DIR/evidenced.sock, else /run/evidenced/evidenced.sock"
        case .threads: "one for each processor"
        default: numbers.map { "\($0.standard)" } ?? Settings.standardLogLevel.rawValue
        }
    }
}
