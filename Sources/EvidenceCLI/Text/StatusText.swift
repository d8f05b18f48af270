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
        ]
        return facts.flatMap { name, value in
            Line(value).wrapped(to: width - 13).indented(by: 13, first: Line(name, .strong))
        }
    }

    private var index: String {
        guard let index = status.index else { return "none yet" }
        return "generation \(index.generation) of \(index.uuid), built \(index.built)"
    }

    private var contents: String {
        guard let index = status.index else { return "" }
        return "\(index.paragraphs.of("paragraph")) on \(index.pages.of("page"))"
    }

    private var requests: String {
        "\(status.requests.grouped), \(status.errors.grouped) with an error; "
            + "\(status.connections.of("connection")) open"
    }

    private var latency: String {
        guard let p50 = status.latency.p50, let p95 = status.latency.p95, let p99 = status.latency.p99 else {
            return "no search yet"
        }
        return "half within \(p50) ms, 95% within \(p95) ms, 99% within \(p99) ms"
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
