import Foundation
import Support
import Testing

/// The documents show what the programs do: their commands are run, and their output is compared.
///
/// With `EVIDENCE_RENEW_GUIDES=1` in the environment the real output is written into the documents instead.
@Suite struct GuideTests {
    private static let renews = ProcessInfo.processInfo.environment["EVIDENCE_RENEW_GUIDES"] != nil

    @Test(
        "every command of a document prints what the document shows, and fails only where `echo $?` shows it",
        arguments: Guide.names)
    func commands(name: String) throws {
        var guide = try Guide(name)
        let steps = guide.steps
        guard !steps.isEmpty else { return }

        let results = try GuideSession().run(steps.map(\.command))

        try #require(results.count == steps.count, "the shell ended at \(steps[max(0, results.count - 1)])")
        if Self.renews { try guide.renew(with: results.map(\.lines)) }
        for (index, (step, result)) in zip(guide.steps, results).enumerated() {
            let printed = result.lines.joined(separator: "\n")
            let isShown = GuideOutput(guide.lines[step.output]).matches(result.lines)
            #expect(isShown, "\(name), line \(step.output.lowerBound): \(step.command)\n\(printed)")
            let next = steps.dropFirst(index + 1).first?.command
            #expect(result.status == 0 || next == "echo $?", "\(step.command) ended with \(result.status)")
        }
    }

    @Test(
        "a script that a document shows is the script in the repository", .enabled(if: !renews),
        arguments: Guide.names)
    func scripts(name: String) throws {
        let guide = try Guide(name)
        for script in guide.scripts {
            let text = try Guide.file(script.path)
            #expect(guide.lines[script.lines].elementsEqual(text), "\(name): \(script.path)")
        }
    }
}
