#if FUZZING
    import Foundation
    import Testing

    /// libFuzzer's own loop; `run` beside this file says how it comes to be linked.
    @_silgen_name("LLVMFuzzerRunDriver")
    private func runDriver(
        _ count: UnsafeMutablePointer<CInt>,
        _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
        _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
    ) -> CInt

    private let target = FuzzTarget(rawValue: ProcessInfo.processInfo.environment["FUZZ_TARGET"] ?? "")

    struct LibFuzzer {
        @Test("libFuzzer finds nothing")
        func fuzz() {
            let options = ProcessInfo.processInfo.environment["FUZZ_OPTIONS"] ?? ""
            var arguments = (["fuzz"] + options.split(separator: " ").map(String.init)).map { strdup($0) }
            arguments.append(nil)
            var count = CInt(arguments.count - 1)
            arguments.withUnsafeMutableBufferPointer { buffer in
                var start = buffer.baseAddress
                _ = runDriver(&count, &start) { bytes, count in
                    do {
                        try target?.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
                    } catch {
                        fatalError("\(error)")
                    }
                    return 0
                }
            }
        }
    }
#endif
