internal import FoundationEssentials
internal import Glibc

/// What the kernel says of this process; `nil` where `/proc` isn't to be seen.
enum ProcessFigures {
    /// The memory in use, in bytes.
    static var residentMemory: Int? {
        guard let data = FileManager.default.contents(atPath: "/proc/self/statm") else { return nil }
        let fields = String(decoding: data, as: UTF8.self).split(separator: " ")
        return fields.count > 1 ? Int(fields[1]).map { $0 * Int(sysconf(Int32(_SC_PAGESIZE))) } : nil
    }

    /// How many descriptors are open.
    static var openFiles: Int? {
        // The listing has a descriptor of its own, which is closed again.
        (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")).map { $0.count - 1 }
    }
}
