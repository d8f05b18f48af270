import Foundation
import Glibc
import Support
import Testing

/// A daemon of one test's own, over an index in a folder that goes with it.
final class TestDaemon {
    let files: TemporaryFolder
    private let process = Process()

    var index: String { files.path + "/index" }
    var socket: String { files.path + "/socket" }

    /// What it has logged so far.
    var log: String { (try? String(contentsOfFile: files.path + "/log", encoding: .utf8)) ?? "" }

    /// Starts a daemon over the index below the folder, and waits until it answers.
    init(_ files: TemporaryFolder, _ options: String...) async throws {
        self.files = files
        try files.write("", to: "log")
        process.executableURL = URL(filePath: Programs.path("evidenced"))
        process.arguments = ["--index", files.path + "/index", "--socket", files.path + "/socket"] + options
        process.environment = Programs.environment
        process.standardInput = FileHandle.nullDevice
        process.standardError = FileHandle(forWritingAtPath: files.path + "/log")
        try process.run()
        try await eventually { (try? HTTP.get("/v1/status", socket: socket).status) == 200 }
    }

    deinit { if process.isRunning { _ = stop() } }

    /// Sends SIGTERM.
    func terminate() { process.terminate() }

    /// Sends SIGHUP.
    func reload() { kill(process.processIdentifier, SIGHUP) }

    /// Sends SIGSTOP: it does nothing until `resume`.
    func suspend() { _ = process.suspend() }

    func resume() { _ = process.resume() }

    /// Sends SIGTERM; returns the exit status.
    func stop() -> Int32 {
        if process.isRunning { process.terminate() }
        process.waitUntilExit()
        return process.terminationStatus
    }

    func search(_ parameters: String) throws -> HTTPAnswer {
        try HTTP.get("/v1/search?" + parameters, socket: socket)
    }
}

extension TemporaryFolder {
    /// Runs evidence-index on the folder's index.
    @discardableResult
    func index(_ arguments: String..., environment: [String: String] = [:]) throws -> Outcome {
        try Programs.run(
            Programs.path("evidence-index"), ["--index", path + "/index"] + arguments,
            environment: environment)
    }

    /// Writes a page whose paragraphs hold `lamp` so many times, and indexes it.
    func indexLamps(_ count: Int) throws {
        try write(
            Report.page(paragraphs: (1...count).map { "Lamp number \($0) was lit." }), to: "pages/a.txt")
        try #require(try index(path + "/pages").status == 0)
    }
}

/// Waits until a condition holds, 20 s at most.
func eventually(_ condition: () throws -> Bool) async throws {
    let deadline = ContinuousClock.now + .seconds(20)
    while try !condition() {
        try #require(ContinuousClock.now < deadline, "it never came")
        try await Task.sleep(for: .milliseconds(10))
    }
}
