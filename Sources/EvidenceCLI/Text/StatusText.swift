import Evidence

/// The daemon's state as text.
struct StatusText {
    let status: StatusResponse
    let socket: String
    let width: Int

    var lines: [Line] {
        let facts = [
            ("daemon", "evidenced \(status.version) on \(socket), up \(Self.duration(status.uptime))"),
            ("index", index), ("", contents), ("requests", requests), ("search time", latency),
            ("process", process),
        ]
        return facts.filter { !$0.1.isEmpty }.flatMap { name, value in
            Line(value).wrapped(to: width - 13).indented(by: 13, first: Line(name, .strong))
        }
    }

    private var index: String {
        guard let index = status.index else { return "none yet" }
        let age = status.indexAge.map { ", \(Self.duration($0)) ago" } ?? ""
        return "generation \(index.generation) of \(index.uuid), built \(index.built)\(age)"
    }

    private var contents: String {
        guard let index = status.index else { return "" }
        return "\(index.paragraphs.of("paragraph")) on \(index.pages.of("page"))"
    }

    private var requests: String {
        "\(status.requests.grouped), \(status.errors.grouped) with an error; "
            + "\(status.connections.of("connection")) open"
            + (status.hits.map { "; \($0.of("paragraph")) found" } ?? "")
    }

    /// The memory and the open files, unless the daemon is too old to say.
    private var process: String {
        let memory = status.residentMemory.map { "\($0 / 1_048_576) MiB of memory" }
        return [memory, status.openFiles.map { $0.of("open file") }].compactMap(\.self).joined(
            separator: ", ")
    }

    private var latency: String {
        guard let p50 = status.latency.p50, let p95 = status.latency.p95, let p99 = status.latency.p99 else {
            return "no search yet"
        }
        let slow = status.slow.map { $0 > 0 ? "; \($0.grouped) slow, see the log" : "" } ?? ""
        return "half within \(p50) ms, 95% within \(p95) ms, 99% within \(p99) ms\(slow)"
    }

    private static func duration(_ seconds: Double) -> String {
        let seconds = Int(max(seconds, 0))
        switch seconds {
        case ..<60: return "\(seconds) s"
        case ..<3600: return "\(seconds / 60) min"
        case ..<86_400: return "\(seconds / 3600) h \(seconds / 60 % 60) min"
        default: return "\((seconds / 86_400).of("day")) \(seconds / 3600 % 24) h"
        }
    }
}
