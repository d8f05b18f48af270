import Evidence
import Foundation

// Writes the manual of one program into a folder, from the definition that the program prints of itself:
//
//     evidence --experimental-dump-help | evidence-manual DIR SECTION DATE
//
// A build tool, never installed. ArgumentParser's own generator fills the examples into running text, and can't
// be run without its sources.
let arguments = CommandLine.arguments.dropFirst()
guard arguments.count == 3, let folder = arguments.first, let section = Int(arguments[2]) else {
    FileHandle.standardError.write(Data("usage: evidence-manual DIR SECTION DATE < definition.json\n".utf8))
    exit(2)
}
let definition = try JSONDecoder().decode(
    Definition.self, from: FileHandle.standardInput.readDataToEndOfFile())

/// Commands that say all they do in the page of the whole.
let small: Set = ["help", "status", "features"]
let root = definition.command
let subcommands = (root.subcommands ?? []).filter { !small.contains($0.commandName) }
let set = ["evidence 1"] + subcommands.map { "evidence-\($0.commandName) 1" }
let others = set + ["evidence-index 1", "evidence-schema 5", "evidence-query 7", "evidenced 8"]
func write(_ command: Definition.Command, parent: String?) throws {
    let page = ManualPage(
        command: command, parent: parent, section: section, version: EvidenceVersion.current,
        date: arguments[3], others: Array(Set(others)).sorted { ($0.suffix(1), $0) < ($1.suffix(1), $1) })
    try Data(page.text.utf8).write(to: URL(filePath: "\(folder)/\(page.name).\(section)"))
}
try write(root, parent: nil)
for command in subcommands { try write(command, parent: root.commandName) }
