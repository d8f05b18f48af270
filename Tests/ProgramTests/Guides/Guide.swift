import Foundation
import Support

/// A document of the repository whose commands are run: its lines, and the fenced blocks among them.
struct Guide {
    /// The path below the repository.
    let name: String
    private(set) var lines: [String]

    /// A fenced block: the word behind the fence, and the lines between the fences.
    struct Block {
        let language: String
        let lines: Range<Int>
    }

    /// A command of a console block, and the lines that the guide shows as its output.
    struct Step {
        let command: String
        let output: Range<Int>
    }

    /// Every document for users and contributors.
    static let names: [String] = {
        let guides = try? FileManager.default.contentsOfDirectory(atPath: Repository.path + "/docs")
        return ["README.md", "CONTRIBUTING.md"]
            + (guides ?? []).filter { $0.hasSuffix(".md") }.sorted().map { "docs/" + $0 }
    }()

    init(_ name: String) throws {
        self.name = name
        lines = try String(contentsOfFile: "\(Repository.path)/\(name)", encoding: .utf8)
            .components(separatedBy: "\n")
    }

    /// The fenced blocks, in order.
    var blocks: [Block] {
        var blocks: [Block] = []
        var opening: Int?
        for (index, line) in lines.enumerated() where line.hasPrefix("```") {
            if let start = opening {
                blocks.append(Block(language: String(lines[start].dropFirst(3)), lines: start + 1..<index))
            }
            opening = opening == nil ? index : nil
        }
        return blocks
    }

    /// The commands of the console blocks, in order.
    ///
    /// A backslash at the end of a line continues the command on the next line.
    var steps: [Step] { blocks.filter { $0.language == "console" }.flatMap(steps) }

    private func steps(in block: Block) -> [Step] {
        var steps: [Step] = []
        var index = block.lines.lowerBound
        while index < block.lines.upperBound {
            let start = index
            repeat { index += 1 } while lines[index - 1].hasSuffix("\\") && index < block.lines.upperBound
            let command = lines[start..<index].joined(separator: "\n").dropFirst(2)
            let output = index
            while index < block.lines.upperBound, !lines[index].hasPrefix("$ ") { index += 1 }
            steps.append(Step(command: String(command), output: output..<index))
        }
        return steps
    }

    /// The lines outside the blocks and their fences.
    var prose: [String] {
        let fenced = blocks.map { ($0.lines.lowerBound - 1)...$0.lines.upperBound }
        return lines.indices.filter { index in !fenced.contains { $0.contains(index) } }.map { lines[$0] }
    }

    /// What links to the headings of a text are made of, as code hosts make them.
    static func anchors(of text: String) -> Set<String> {
        let headings = text.matches(of: #/(?m)^#+ (.+)$/#).map { $0.1.lowercased() }
        return Set(
            headings.map { heading in
                heading.filter { $0.isLetter || $0.isNumber || " -_".contains($0) }.replacing(" ", with: "-")
            })
    }

    /// The blocks that show a file of the repository, which the comment above the block names.
    var scripts: [(path: String, lines: Range<Int>)] {
        blocks.compactMap { block in
            let comment = lines[..<(block.lines.lowerBound - 1)].last ?? ""
            return comment.firstMatch(of: #/^<!-- (\S+) -->$/#).map { (String($0.1), block.lines) }
        }
    }

    /// The lines of a file in the repository.
    static func file(_ path: String) throws -> [String] {
        try String(contentsOfFile: "\(Repository.path)/\(path)", encoding: .utf8)
            .components(separatedBy: "\n").dropLast()
    }

    /// Writes the file with these outputs of its commands, shortened as it is now, and with the scripts as they are.
    mutating func renew(with outputs: [[String]]) throws {
        let shown = zip(steps, outputs).map { step, output in
            (step.output, GuideOutput(lines[step.output]).renewed(output))
        }
        let copied = try scripts.map { ($0.lines, try Self.file($0.path)) }
        for (range, text) in (shown + copied).sorted(by: { $0.0.lowerBound > $1.0.lowerBound }) {
            lines.replaceSubrange(range, with: text)
        }
        try lines.joined(separator: "\n").write(
            toFile: "\(Repository.path)/\(name)", atomically: true, encoding: .utf8)
    }
}
