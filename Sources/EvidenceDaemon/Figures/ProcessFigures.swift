internal import FoundationEssentials
internal import Glibc

/// The kernel's figures for this process; `nil` if `/proc` cannot be read.
enum ProcessFigures {
    /// The memory in use, in bytes.
    static var residentMemory: Int? {
        guard let data = FileManager.default.contents(atPath: "/proc/self/statm") else { return nil }
        let fields = String(decoding: data, as: UTF8.self).split(separator: " ")
        return fields.count > 1 ? Int(fields[1]).map { $0 * Int(sysconf(Int32(_SC_PAGESIZE))) } : nil
    }

    /// The number of open descriptors.
    static var openFiles: Int? {
        // One of those listed is the listing's own, which is closed again.
        (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")).map { $0.count - 1 }
    }
}
