internal import EvidenceSearch

extension IndexError {
    /// The error, and the remedy for whoever runs the daemon.
    var withAdvice: String { advice.map { "\(self); \($0)" } ?? description }

    private var advice: String? {
        switch self {
        case .noIndex(let path): "build one with: evidence-index --index \(path) PATH…"
        case .foreign: "name another folder with --index"
        case .schema(_, let found, let ours) where found > ours: "upgrade this program"
        case .schema(let path, _, _): "build it anew with: evidence-index --rebuild --index \(path)"
        case .damaged(let path, _): "build it anew with: evidence-index --rebuild --index \(path) PATH…"
        default: nil
        }
    }
}
