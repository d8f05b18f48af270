internal import Foundation

/// A read-page that pages can take over: one that begins with `<!--NAME-->` has it do what `acts.c` knows by that name.
public enum HostileHelper {
    /// Writes such a program to a folder; the real one is `program`, and `settings` are variables for `acts.c`.
    @discardableResult
    public static func make(in folder: String, of program: String, settings: String = "") throws -> String {
        let script = folder + "/read-page"
        let text = "#!/bin/sh\nLD_PRELOAD='\(try library.get())' \(settings) exec '\(program)' \"$@\"\n"
        // Another process writes it, because a program that this one holds open for writing can't be started.
        let shell = Process()
        shell.executableURL = URL(filePath: "/bin/sh")
        shell.arguments = ["-c", "printf %s \"$1\" > \"$2\" && chmod 755 \"$2\"", "sh", text, script]
        try shell.run()
        shell.waitUntilExit()
        return script
    }

    /// `acts.c`, compiled once for all tests, into a folder that goes with the process.
    private static let library = Result { () throws -> String in
        let path = try kept.get().path + "/acts.so"
        let source = Repository.path + "/Tests/Support/acts.c"
        let compiler = Process()
        compiler.executableURL = URL(filePath: "/usr/bin/cc")
        compiler.arguments = ["-shared", "-fPIC", "-I/usr/include/libxml2", "-o", path, source, "-ldl"]
        try compiler.run()
        compiler.waitUntilExit()
        guard compiler.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
        return path
    }
    private static let kept = Result { try TemporaryFolder() }
}
