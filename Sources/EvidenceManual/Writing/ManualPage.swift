/// A page of the manual in mdoc(7), for a command or one of its subcommands.
struct ManualPage {
    let command: Definition.Command
    /// The command before it: `evidence` for a subcommand.
    let parent: String?
    let section: Int
    let version: String
    let date: String
    /// The other pages of the set.
    let others: [String]

    /// The page's name: `evidence-search`.
    var name: String { Self.name(command, parent) }

    static func name(_ command: Definition.Command, _ parent: String?) -> String {
        [parent, command.commandName].compactMap(\.self).joined(separator: "-")
    }

    var text: String {
        let typed = [parent, command.commandName].compactMap(\.self).joined(separator: " ")
        let abstract = (command.abstract ?? "").trimmedPeriod
        let discussion = Discussion(command.discussion ?? "")
        var lines = [
            ".Dd \(date)", ".Dt \(name.uppercased()) \(section)", ".Os evidence \(version)", ".Sh NAME",
            ".Nm \(name)", ".Nd \(Roff.line(abstract.lowercasedFirst))", ".Sh SYNOPSIS", ".Nm \(typed)",
        ]
        lines += synopsis + [".Sh DESCRIPTION", Roff.paragraph(command.abstract ?? "")]
        lines += discussion.description.flatMap { [".Pp", Roff.paragraph($0)] }
        lines += commands + options
        // In mdoc(7)'s order examples come behind the exit statuses.
        let isExample = { (section: Discussion.Section) in section.title == "EXAMPLES" }
        let sections = discussion.sections
        for section in sections.filter({ !isExample($0) }) + sections.filter(isExample) {
            lines += [".Sh \(section.title)"] + section.lines
        }
        lines += [".Sh SEE ALSO"] + seeAlso
        return lines.joined(separator: "\n") + "\n"
    }

    private var synopsis: [String] {
        if !subcommands.isEmpty { return [".Ar command", ".Op Ar options"] }
        let positional = arguments.filter { $0.kind == "positional" }.map { argument in
            let value = "Ar \(argument.valueName ?? "")\(argument.isRepeating ? " ..." : "")"
            return argument.isOptional ? ".Op \(value)" : ".\(value)"
        }
        return positional + [".Op Ar options"]
    }

    private var arguments: [Definition.Argument] { (command.arguments ?? []).filter(\.shouldDisplay) }

    private var subcommands: [Definition.Command] {
        (command.subcommands ?? []).filter { $0.commandName != "help" }
    }

    private var commands: [String] {
        guard !subcommands.isEmpty else { return [] }
        let items = subcommands.flatMap { [".It Sy \($0.commandName)", Roff.line($0.abstract ?? "")] }
        return [".Sh COMMANDS", ".Bl -tag -width features"] + items + [".El"]
    }

    /// The arguments under the headings that they have in the help.
    private var options: [String] {
        var titles: [String] = []
        for argument in arguments where !titles.contains(argument.heading) { titles.append(argument.heading) }
        let lists = titles.flatMap { title in
            [".Ss \(title.prefix(1) + title.dropFirst().lowercased())", ".Bl -tag -width indent"]
                + arguments.filter { $0.heading == title }.flatMap(\.item) + [".El"]
        }
        return [".Sh OPTIONS"] + lists
    }

    private var seeAlso: [String] {
        let pages = others.filter { $0 != "\(name) \(section)" }
        return pages.enumerated().map { ".Xr \($1)\($0 == pages.count - 1 ? "" : " ,")" }
    }
}

extension Definition.Argument {
    fileprivate var heading: String { kind == "positional" ? "ARGUMENTS" : sectionTitle ?? "OPTIONS" }

    /// The argument with all its names, and what it is for.
    fileprivate var item: [String] {
        let names = (names ?? []).map {
            $0.kind == "short" ? "Fl \(Roff.plain($0.name))" : "Fl \(Roff.plain("-" + $0.name))"
        }
        let value = kind == "flag" ? "" : "Ar \(valueName ?? "")"
        let head = [names.joined(separator: " , "), value].filter { !$0.isEmpty }.joined(separator: " ")
        return [".It \(head)", Roff.paragraph(abstract ?? "")]
    }
}

extension String {
    fileprivate var trimmedPeriod: String { hasSuffix(".") ? String(dropLast()) : self }
    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
