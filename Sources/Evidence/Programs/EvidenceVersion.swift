/// The version of the three programs, which are released together.
public enum EvidenceVersion {
    /// The version that `--version` prints.
    public static let current = "0.1.0"
}
