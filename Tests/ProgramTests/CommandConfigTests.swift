import Foundation
import Support
import Testing

extension CommandTests {
    @Suite struct Config {
        @Test("a flag counts before the environment, and that before the file")
        func order() throws {
            let folder = try Self.folder("# mine\n\n--format=md\n  --limit 3\n--bom\n")
            let environment = ["XDG_CONFIG_HOME": folder.path, "EVIDENCE_LIMIT": "4"]

            let outcome = try Programs.evidence("config", "--format", "tsv", environment: environment)
            let ids = try Programs.evidence("search", "care", "--ids", environment: environment)

            let file = folder.path + "/evidence/config"
            #expect(outcome.lines.contains("format\ttsv\t'--format"))
            #expect(outcome.lines.contains("limit\t4\tEVIDENCE_LIMIT"))
            #expect(outcome.lines.contains("csv_bom\ttrue\t\(file):5"))
            #expect(outcome.lines.contains("colour\tauto\tdefault"))
            #expect(ids.lines.count == 4)
        }

        @Test("a default form counts where the command has it, and is text elsewhere")
        func format() throws {
            let folder = try Self.folder("--format=csv\n")
            let environment = ["XDG_CONFIG_HOME": folder.path]

            let search = try Programs.evidence("search", "care", environment: environment)
            let status = try Programs.evidence("status", environment: environment)

            #expect(search.output.hasPrefix("rank,id,"))
            #expect(status.output.contains(" paragraphs on "))
        }

        @Test(
            "a line that sets nothing ends with 2, names the line and says what to write",
            arguments: [
                ("--format=cvs\n", "config:1: format is one of text, json"),
                ("\n--formt=csv\n", "config:2: “--formt=csv” is not an option that can be set here"),
                ("--all\n", "the options are --socket, --format, --colour, --limit, --bom"),
                ("--limit=3\n--limit=4\n", "config:2: --limit is set twice"),
                ("--limit\n3\n", "config:1: --limit needs a value"),
                ("--limit=[3]\n", "config:1: limit is a whole number from 0 to 1000, not “[3]”"),
                ("--format=csv # always\n", "md, not “csv # always”"),
                ("just words\n", "config:1: “just words” is not an option"),
            ])
        func faults(file: String, message: String) throws {
            let folder = try Self.folder(file)

            let outcome = try Programs.evidence("config", environment: ["XDG_CONFIG_HOME": folder.path])

            #expect(outcome.status == 2)
            #expect(outcome.errors.contains(message))
        }

        @Test(
            "the YAML of earlier versions ends with 2 and the option to write",
            arguments: [
                ("---\nlimit: 3  # enough\n", "config.yaml:2: “limit: 3  # enough” is not", "--limit=3"),
                ("color: \"never\"\n", "config.yaml:1: ", "--colour=never"),
                ("csv_bom: true\n", "config.yaml:1: ", "--bom=true"),
            ])
        func yaml(file: String, message: String, option: String) throws {
            let folder = try Self.folder(file, name: "config.yaml")

            let outcome = try Programs.evidence("config", environment: ["XDG_CONFIG_HOME": folder.path])

            #expect(outcome.status == 2)
            #expect(outcome.errors.contains(message))
            #expect(outcome.errors.contains("  write \(option) in "))
        }

        private static func folder(_ text: String, name: String = "config") throws -> TemporaryFolder {
            let folder = try TemporaryFolder()
            try folder.write(text, to: "evidence/" + name)
            return folder
        }
    }

    @Suite struct Features {
        @Test("features names schemas, commands and forms, without a daemon")
        func features() throws {
            let outcome = try Programs.evidence("features", "--format", "json", socket: "/nowhere")

            let json = try #require(
                try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
            #expect(json["schemas"] as? [String] == ["evidence/1"])
            #expect((json["commands"] as? [String])?.contains("facets") == true)
            #expect(json["formats"] as? [String] == ["text", "json", "jsonl", "csv", "tsv", "md"])
        }
    }

    @Suite struct Pager {
        @Test(
            "an answer longer than the screen goes through the pager, on a terminal alone",
            arguments: [
                ("stty rows 10; \"$evidence\" search care", true),
                ("stty rows 10; \"$evidence\" search care --all", true),
                ("stty rows 10; \"$evidence\" search care --no-pager", false),
                ("stty rows 10; \"$evidence\" search care | cat", false),
                ("stty rows 900; \"$evidence\" search care", false),
                ("stty rows 10; EVIDENCE_PAGER= \"$evidence\" search care", false),
                ("stty rows 10; EVIDENCE_PAGER=no-such-pager \"$evidence\" search care", false),
            ])
        func pager(line: String, isUsed: Bool) throws {
            let quoted = line.replacing("'", with: "'\\''")
            let outcome = try Programs.shell(
                "script -qec '\(quoted)' /dev/null",
                environment: ["EVIDENCE_PAGER": "sed s/^/paged:/"])

            #expect(outcome.status == 0)
            #expect(outcome.output.contains("paged:") == isUsed)
            #expect(outcome.output.contains("paragraphs with"))
        }
    }

    @Suite struct Completion {
        @Test(
            "shells are offered what the daemon knows, and nothing where there is none",
            arguments: [
                ("--council", "harrowmere\nwexcombe\n"), ("--said-by", "people\ncarers\npartners\n"),
            ])
        func values(flag: String, offered: String) throws {
            let outcome = try Programs.evidence("---completion", "search", "--", flag, "1", "0", "")
            let silent = try Programs.evidence(
                "---completion", "search", "--", "--statement", "1", "0", "", socket: "/nowhere")

            #expect(outcome.output.hasPrefix(offered))
            #expect(silent.status == 0)
            #expect(silent.output.trimmingCharacters(in: .newlines).isEmpty)
            #expect(silent.errors.isEmpty)
        }
    }
}
