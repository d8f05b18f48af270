internal import EvidenceSearch

extension IndexError {
    /// The remedy for whoever runs `evidence-index`; `nil` if the error itself says all.
    var advice: String? {
        switch self {
        case .noIndex(let path): "build one with: evidence-index --index \(path) PATH…"
        case .foreign: "name another folder with --index"
        case .schema(_, let found, let ours) where found > ours: "upgrade this program"
        case .schema(let path, _, _): "build it anew with: evidence-index --rebuild --index \(path)"
        case .damaged(let path, _): "build it anew with: evidence-index --rebuild --index \(path) PATH…"
        case .locked: "try again when it has ended, or wait for it with --wait"
        case .dataFileMissing: "name the folder that holds it with --data"
        case .noSandbox: "mend that, or read them unprotected with --sandbox off"
        case .addressOfSeveral: "index the page of --url by itself"
        case .file, .noRoom, .dataFileBad, .unknownPath, .nothingReadable, .nothingNamed: nil
        }
    }
}
