import Foundation
import Testing

/// What `evidence` does with a real daemon over the sample reports.
@Suite(.sampleDaemon) struct CommandTests {}

/// How a program ended.
struct Outcome {
    let status: Int32
    let output: String
    let errors: String

    var lines: [String] { output.components(separatedBy: "\n").dropLast() }
}

/// The programs as `make build` leaves them, or built with the tests where these aren't in `.build`.
enum Programs {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
        .standardized

    /// Where the programs are: a sanitizer's tests, which have a folder of their own, start those of the same sanitizer.
    static let folder =
        Bundle.main.bundlePath.contains("/.build/")
        ? root.appending(path: ".build/release").path : Bundle.main.bundlePath

    static func path(_ name: String) -> String { "\(folder)/\(name)" }

    /// What reaches a program of our own environment: how a sanitizer reports.
    static let environment = ProcessInfo.processInfo.environment
        .filter { $0.key.hasSuffix("SAN_OPTIONS") || $0.key == "SWIFT_BACKTRACE" }
        .merging(["PATH": "/usr/bin:/bin"]) { $1 }

    /// Runs a program to its end; nothing of our own environment but what programs need reaches it.
    static func run(
        _ path: String, _ arguments: [String], environment: [String: String] = [:]
    ) throws -> Outcome {
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.environment = Self.environment.merging(["TERM": "xterm"]) { $1 }.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        // One pipe and one file: of two pipes one may fill up while the other is read.
        let (output, errors) = (
            Pipe(), FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        )
        try Data().write(to: errors)
        defer { try? FileManager.default.removeItem(at: errors) }
        process.standardOutput = output
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, output: String(decoding: data, as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
    }

    /// Runs `evidence` as a user types it, asking a given daemon.
    static func evidence(
        _ arguments: String..., socket: String = SampleDaemon.socket, environment: [String: String] = [:]
    ) throws -> Outcome {
        let environment = environment.merging(["EVIDENCE_SOCKET": socket]) { own, _ in own }
        return try run(path("evidence"), arguments, environment: environment)
    }

    /// Runs a line of the shell, in which `$evidence` is the command.
    static func shell(_ line: String, environment: [String: String] = [:]) throws -> Outcome {
        let own = ["evidence": path("evidence"), "EVIDENCE_SOCKET": SampleDaemon.socket]
        return try run("/bin/bash", ["-c", line], environment: own.merging(environment) { $1 })
    }
}

/// A daemon over `index/sample` for as long as a suite runs.
struct SampleDaemon: SuiteTrait, TestScoping {
    @TaskLocal static var socket = "/nowhere"

    /// The index that the daemon serves.
    static var index: String { URL(filePath: socket).deletingLastPathComponent().path + "/index" }

    func provideScope(
        for test: Test, testCase: Test.Case?,
        performing function: @concurrent @Sendable () async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "evidence-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (index, socket) = (folder.appending(path: "index").path, folder.appending(path: "socket").path)
        let sample = Programs.root.appending(path: "index/sample").path
        let indexed = try Programs.run(Programs.path("evidence-index"), ["--index", index, sample])
        try #require(indexed.status == 0, "\(indexed.errors)")

        let daemon = Process()
        daemon.executableURL = URL(filePath: Programs.path("evidenced"))
        daemon.arguments = ["--index", index, "--socket", socket]
        daemon.standardError = FileHandle.nullDevice
        try daemon.run()
        defer {
            daemon.terminate()
            daemon.waitUntilExit()
        }
        try await Self.wait(for: socket)
        try await Self.$socket.withValue(socket) { try await function() }
    }

    /// Waits until the daemon answers.
    private static func wait(for socket: String) async throws {
        let deadline = ContinuousClock.now + .seconds(20)
        while try Programs.evidence("status", socket: socket).status != 0 {
            try #require(ContinuousClock.now < deadline, "evidenced doesn't answer")
            try await Task.sleep(for: .milliseconds(20))
        }
    }
}

extension Trait where Self == SampleDaemon {
    static var sampleDaemon: Self { SampleDaemon() }
}
