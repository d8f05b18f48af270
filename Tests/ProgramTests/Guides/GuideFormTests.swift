import Foundation
import Support
import Testing

/// No command of a document escapes the tests unnoticed, and what a document points to is there.
@Suite struct GuideFormTests {
    /// The programs that tests cannot run, because they change the machine or take minutes.
    private static let notRun: Set = ["git", "make", "sudo", "swift"]

    /// What an administrator runs as root; the tests in the box run some of it.
    private static let notRunAsRoot: Set = [
        "adduser", "apt-get", "cd", "cp", "curl", "evidence", "evidence-index", "evidenced", "journalctl",
        "ls", "make", "systemctl", "systemd-sysusers", "systemd-tmpfiles", "tar",
    ]

    @Test("a command that is not run is one of those that tests cannot run", arguments: Guide.names)
    func exceptions(name: String) throws {
        let guide = try Guide(name)
        let notRun = name == "docs/administrators.md" ? Self.notRunAsRoot : Self.notRun
        for block in guide.blocks where block.language == "sh" {
            for line in guide.lines[block.lines] where !line.isEmpty && !line.hasPrefix(" ") {
                let word = String(line.prefix { $0 != " " })
                #expect(notRun.contains(word), "\(name): \(line)")
            }
        }
    }

    @Test("every block says what it holds, and none is indented in place of fences", arguments: Guide.names)
    func fences(name: String) throws {
        let guide = try Guide(name)
        let scripts = guide.scripts.map(\.lines)
        for block in guide.blocks {
            let first = guide.lines[block.lines].first ?? ""
            switch block.language {
            case "console": #expect(first.hasPrefix("$ "), "\(name): \(first)")
            case "bash", "python": #expect(scripts.contains(block.lines), "\(name): \(first)")
            default: #expect(["sh", "text", "nginx"].contains(block.language), "\(name): \(first)")
            }
        }
        let indented = guide.prose.filter { $0.hasPrefix("    ") || $0.contains(#/^\s+```/#) }
        #expect(indented.isEmpty, "\(name)")
    }

    @Test("every option that a document names is an option of a program", arguments: Guide.names)
    func options(name: String) throws {
        let known = try Self.knownOptions()
        let guide = try Guide(name)
        let commands = guide.blocks.filter { ["console", "sh"].contains($0.language) }
            .flatMap { guide.lines[$0.lines] }.filter { $0.contains(#/^(\$ |sudo )?evidence/#) }
        let spans = guide.prose.flatMap {
            $0.matches(of: #/`((?:evidence|--)[^`]*)`/#).map { String($0.1) }
        }

        for command in commands + spans {
            for option in command.matches(of: #/(?:^|\s|\[)--([a-z][a-z-]*)/#).map({ String($0.1) }) {
                #expect(known.contains(option), "\(name): \(command)")
            }
        }
    }

    private static func knownOptions() throws -> Set<String> {
        let programs = ["evidence", "evidence-index", "evidenced"]
        return try Set(
            programs.flatMap { program in
                let help = try Programs.run(Programs.path(program), ["--experimental-dump-help"]).output
                return help.matches(of: #/"name"\s*:\s*"([a-z][a-z-]*)"/#).map { String($0.1) }
            })
    }

    @Test(
        "every link leads to a file and a heading",
        arguments: Guide.names + ["ARCHITECTURE.md", "SECURITY.md"])
    func links(name: String) throws {
        let guide = try Guide(name)
        let folder = URL(filePath: "\(Repository.path)/\(name)").deletingLastPathComponent()
        let links = guide.prose.flatMap { $0.matches(of: #/\]\(([^)\s]+)\)/#).map { String($0.1) } }
        for link in links where !link.hasPrefix("https://") {
            let parts = link.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
            let own = "\(Repository.path)/\(name)"
            let file = parts[0].isEmpty ? own : folder.appending(path: parts[0]).standardized.path
            #expect(FileManager.default.fileExists(atPath: file), "\(name): \(link)")
            guard parts.count > 1, let text = try? String(contentsOfFile: file, encoding: .utf8)
            else { continue }
            #expect(Guide.anchors(of: text).contains(parts[1]), "\(name): \(link)")
        }
    }
}
