import ArgumentParser
import Evidence

/// Options that are made from lines of the table of parameters: a new line there is a new option.
///
/// ArgumentParser finds options by reflecting on a type's properties. Such a type reflects as if it had a property for
/// each line, and reads them back under the same names.
protocol TableOptions: ParsableArguments, CustomReflectable {
    /// The options, in the order of the help.
    static var options: [TableOption] { get }
    /// The values typed, by the names of parameters.
    var values: [String: [String]] { get set }
}

/// The option of a parameter.
struct TableOption {
    enum Form {
        /// `--score 2`, any number of times.
        case values(Option<[String]>)
        /// `--indicative`, or `--no-indicative`.
        case truth(Flag<Bool?>)
        /// `--in-their-words`.
        case presence(Flag<Bool>)

        /// The property wrapper as ArgumentParser looks for it.
        var wrapper: Any {
            switch self {
            case .values(let option): option
            case .truth(let flag): flag
            case .presence(let flag): flag
            }
        }
    }

    /// The parameter's name.
    let name: String
    let form: Form

    /// The option that gives a parameter.
    init(_ parameter: Parameter) {
        name = parameter.name
        let (names, help) = (parameter.names, parameter.optionHelp)
        if case .truth = parameter.kind {
            form = .presence(Flag(wrappedValue: false, name: names, help: help))
        } else if parameter.isTrueOrFalse {
            form = .truth(Flag(name: names, inversion: .prefixedNo, help: help))
        } else {
            form = .values(
                Option(wrappedValue: [], name: names, help: help, completion: parameter.completion))
        }
    }

    /// The option that leaves out what a filter keeps; `nil` if the filter's own says both.
    init?(excluding parameter: Parameter) {
        guard let filter = parameter.filter, !parameter.isTrueOrFalse else { return nil }
        name = parameter.exclusion
        form = .values(
            Option(
                wrappedValue: [], name: parameter.exclusionNames,
                help: ArgumentHelp("\(filter.exclusionHelp)", valueName: parameter.valueName),
                completion: parameter.completion))
    }
}

extension Parameter {
    fileprivate var isTrueOrFalse: Bool { filter?.values == ["true", "false"] }
}

extension TableOptions {
    var customMirror: Mirror {
        Mirror(self, children: Self.options.map { (label: $0.name, value: $0.form.wrapper) })
    }

    init(from decoder: any Decoder) throws {
        self.init()
        let container = try decoder.container(keyedBy: Name.self)
        for option in Self.options {
            values[option.name] = try container.values(of: option)
        }
    }

    /// The values as parameters of a request.
    var parameters: [Target.Parameter] {
        Self.options.flatMap { option in
            (values[option.name] ?? []).map { (name: option.name, value: $0) }
        }
    }
}

/// The name of a parameter as a key.
private struct Name: CodingKey {
    let stringValue: String
    let intValue: Int? = nil

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}

extension KeyedDecodingContainer<Name> {
    fileprivate func values(of option: TableOption) throws -> [String] {
        let key = Name(stringValue: option.name)
        switch option.form {
        case .values: return try decode(Option<[String]>.self, forKey: key).wrappedValue
        case .truth: return try decode(Flag<Bool?>.self, forKey: key).wrappedValue.map { ["\($0)"] } ?? []
        case .presence: return try decode(Flag<Bool>.self, forKey: key).wrappedValue ? ["true"] : []
        }
    }
}
