internal import Glibc

/// The socket on which the daemon and the command meet by default.
public enum SocketPath {
    /// `$EVIDENCE_SOCKET`, else `$XDG_RUNTIME_DIR/evidenced.sock` if it exists, else the system's.
    public static func standard(environment: (String) -> String?) -> String {
        if let path = environment("EVIDENCE_SOCKET"), !path.isEmpty { return path }
        if let folder = environment("XDG_RUNTIME_DIR"), !folder.isEmpty {
            let path = folder + "/evidenced.sock"
            if access(path, F_OK) == 0 { return path }
        }
        return "/run/evidenced/evidenced.sock"
    }
}
