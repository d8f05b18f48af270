import ArgumentParser
import Evidence
import Glibc

/// The command `evidence`, with which people and scripts ask the daemon.
@main
struct EvidenceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evidence",
        abstract: "Search what the Care Quality Commission found out about English local authorities.",
        usage: "evidence <command> …",
        discussion: """
            Each paragraph of evidence comes with who said it, the council, the quality statement and \
            its score.

            EXAMPLES:
              evidence search hospital discharge delays
              evidence search hospital discharge --said-by partners --score 1..2
              evidence facets hospital discharge --by said-by,score
              evidence show st-helens/safeguarding/25 --context 1
              evidence cite st-helens/safeguarding/25 --style md --quote

            \(ExitStatus.help)
            """,
        version: "evidence \(EvidenceVersion.current)",
        // One by one, because to convert a whole array the runtime would look each of them up.
        subcommands: commands.map { $0 })

    private static let commands: [any AnsweringCommand.Type] = [
        SearchCommand.self, ShowCommand.self, CiteCommand.self, SimilarCommand.self, FacetsCommand.self,
        ListCommand.self, ChangesCommand.self, BatchCommand.self, StatusCommand.self, ConfigCommand.self,
        FeaturesCommand.self,
    ]

    static func main() {
        // A reader that has gone, as in `evidence … | head`, is no reason to die by a signal.
        signal(SIGPIPE, SIG_IGN)
        Glibc.exit(status(of: Array(CommandLine.arguments.dropFirst())))
    }

    /// Runs the command of the arguments and returns its exit status; every error becomes one here.
    private static func status(of arguments: [String]) -> Int32 {
        do {
            if let command = parsed(arguments) { return try command.answer() }
            var command = try parseAsRoot(arguments)
            if let command = command as? any AnsweringCommand { return try command.answer() }
            try command.run()
            return ExitStatus.done
        } catch is ReaderGone {
            return ExitStatus.done
        } catch let failure as Failure {
            failure.print()
            return failure.status
        } catch {
            return status(of: error, arguments: arguments)
        }
    }

    /// The subcommand of the arguments; `nil` if they have to be read from the root.
    ///
    /// A subcommand is read alone, because making the root's options and help would take time. Each has a
    /// `_superCommandName`, so that ArgumentParser doesn't look for `--generate-completion-script` first, which would
    /// take a tenth of a search's time. Arguments that can't be read so are read again from the root, whose messages
    /// name the subcommands too.
    private static func parsed(_ arguments: [String]) -> (any AnsweringCommand)? {
        let named = commands.first { $0.configuration.commandName == arguments.first }
        return try? named?.parse(Array(arguments.dropFirst()))
    }

    /// The status of an error of ArgumentParser: a request for help or the version, or arguments that it can't read.
    private static func status(of error: any Error, arguments: [String]) -> Int32 {
        if exitCode(for: error).isSuccess {
            try? Output.answer(fullMessage(for: error) + "\n")
            return ExitStatus.done
        }
        // A shell that asks for completions would show the message to somebody who is typing.
        guard arguments.first != "---completion" else { return ExitStatus.usage }
        UsageError(message: message(for: error), arguments: arguments).failure.print()
        return ExitStatus.usage
    }
}

/// A command whose exit status tells what it found.
protocol AnsweringCommand: ParsableCommand {
    /// Runs the command, prints its answer and returns the exit status.
    func answer() throws -> Int32
}
