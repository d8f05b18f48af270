import Evidence
import Foundation
import Testing

extension CommandTests {
    /// The command's options are those of the table of parameters.
    @Suite struct Options {
        private struct Definition: Decodable {
            var command: Command
        }

        private struct Command: Decodable {
            var commandName: String
            var arguments: [Argument]?
            var subcommands: [Command]?
        }

        private struct Argument: Decodable {
            struct Name: Decodable {
                var kind: String
                var name: String
            }

            var names: [Name]?
            var valueName: String?
            var abstract: String?
        }

        private static func arguments(of name: String) throws -> [String: Argument] {
            let outcome = try Programs.evidence("--experimental-dump-help")
            let definition = try JSONDecoder().decode(Definition.self, from: Data(outcome.output.utf8))
            let command = try #require(definition.command.subcommands?.first { $0.commandName == name })
            let named = (command.arguments ?? []).flatMap { argument in
                (argument.names ?? []).map { ($0.name, argument) }
            }
            return Dictionary(named) { first, _ in first }
        }

        /// How the command's help says what the table says with parameters' names.
        private static func help(_ text: String) -> String { text.replacing("`said_by`", with: "--said-by") }

        @Test(
            "search has an option for each parameter, with the table's names and help",
            arguments: Parameter.all(of: .search).filter { !["q", "cross"].contains($0.name) })
        func search(parameter: Parameter) throws {
            let arguments = try Self.arguments(of: "search")
            let names = ([parameter.name] + parameter.aliases).map { $0.replacing("_", with: "-") }
            for name in names + (parameter.letter.map { [String($0)] } ?? []) {
                let argument = try #require(arguments[name], "\(name)")
                #expect(argument.abstract == Self.help(parameter.help))
            }
            guard let filter = parameter.filter, filter.values != ["true", "false"] else { return }
            for name in names {
                let argument = try #require(arguments["not-\(name)"], "not-\(name)")
                #expect(argument.abstract == filter.exclusionHelp)
                #expect(argument.valueName == parameter.valueName)
            }
        }

        @Test("each command that filters takes the filters of its request")
        func filters() throws {
            let commands: [(String, Parameter.Request)] = [
                ("facets", .search), ("similar", .similar), ("list", .pages),
            ]
            for (command, request) in commands {
                let names = Set(try Self.arguments(of: command).keys)
                let filters = Parameter.all(of: request).filter { $0.filter != nil }
                #expect(names.isSuperset(of: filters.map { $0.name.replacing("_", with: "-") }), "\(command)")
            }
        }

        @Test(
            "a shell is offered a filter's values, also behind a comma",
            arguments: [
                ("--score", "", ["1", "2", "3", "4", "none"]),
                ("--score", "1,", ["1,1", "1,2", "1,3", "1,4", "1,none"]),
                ("--region", "", Region.allCases.map(\.rawValue) + ["none"]),
                ("--not-authority-type", "", AuthorityType.allCases.map(\.rawValue) + ["none"]),
                ("--said-by", "", SourceGroup.allCases.map(\.rawValue)),
                (
                    "--theme", "",
                    ["ensuring-safety", "leadership", "providing-support", "working-with-people"]
                ),
            ])
        func completion(option: String, typed: String, expected: [String]) throws {
            let outcome = try Programs.evidence(
                "---completion", "search", "--", option, "3", "\(typed.count)", "evidence", "search", option,
                typed, environment: ["SAP_SHELL": "bash"])

            #expect(outcome.lines.sorted() == expected.sorted(), "\(outcome.errors)")
        }

        @Test(
            "what the daemon says of parameters the command says of its flags",
            arguments: [
                (["hospital --score 2"], "evidence: --score at byte 9 is inside the query"),
                (
                    ["hospital", "--in-their-words"],
                    "evidence: --in-their-words needs words, and --said-by to say"
                ),
                (["hospital", "--generation", "9999"], "ask again without --generation"),
            ])
        func flags(arguments: [String], message: String) throws {
            let outcome = try Programs.run(
                Programs.path("evidence"), ["search"] + arguments,
                environment: ["EVIDENCE_SOCKET": SampleDaemon.socket])

            #expect(outcome.errors.contains(message))
            #expect(!outcome.errors.contains("`"))
        }

        @Test("a suggestion to leave a filter out names its flag")
        func suggestion() throws {
            let outcome = try Programs.evidence(
                "search", "discharge", "--section", "key", "--not-score", "1..4")

            #expect(outcome.status == 1)
            #expect(outcome.output.contains("Without --not-score 1..4: "))
        }
    }
}
