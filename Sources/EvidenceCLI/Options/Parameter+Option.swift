import ArgumentParser
import Evidence

/// A parameter as an option of the command: its names, help and completion come from the table.
extension Parameter {
    /// The names of the option: `--authority`, `--council` and `-c`.
    var names: NameSpecification { names(behind: "", letter: letter) }

    /// The names of the option that leaves out what this one keeps: `--not-authority` and `--not-council`.
    var exclusionNames: NameSpecification { names(behind: "not-", letter: nil) }

    private func names(behind prefix: String, letter: Character?) -> NameSpecification {
        let long = ([name] + aliases).map { NameSpecification.Element.customLong(prefix + hyphenated($0)) }
        return NameSpecification(long + (letter.map { [.customShort($0)] } ?? []))
    }

    /// The option's help.
    var optionHelp: ArgumentHelp {
        ArgumentHelp("\(help.withFlags)", valueName: valueName.isEmpty ? nil : valueName)
    }

    /// The values that a shell offers; `nil` if there is no list of them.
    var completion: CompletionKind? {
        switch kind {
        case .choice(let values): .list(values)
        case .order(let values): .list(values + values.map { "-" + $0 })
        case .facets, .twoFacets: .offering(FacetField.allCases.map(\.flag))
        case .filter(let filter) where !filter.values.isEmpty: .offering(filter.values)
        case .filter(let filter): FacetField(rawValue: filter.field.rawValue).map(CompletionKind.values)
        case .text, .truth, .number: nil
        }
    }
}

/// The flag of a parameter: `--said-by`.
func flag(of parameter: String) -> String { "--" + hyphenated(parameter) }

extension String {
    /// A sentence of the daemon with the flags of the parameters that it names: `said_by` between backticks becomes
    /// `--said-by`.
    var withFlags: String {
        let known = Set(Parameter.names(of: Parameter.all))
        var result = ""
        var rest = self[...]
        while let open = rest.firstIndex(of: "`") {
            let name = rest[rest.index(after: open)...].prefix { $0 != "`" }
            result += rest[..<open]
            guard name.endIndex < rest.endIndex, known.contains(String(name)) else {
                result += "`"
                rest = rest[rest.index(after: open)...]
                continue
            }
            result += flag(of: String(name))
            rest = rest[rest.index(after: name.endIndex)...]
        }
        return result + rest
    }
}
