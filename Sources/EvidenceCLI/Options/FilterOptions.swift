import ArgumentParser
import Evidence

/// Which paragraphs to keep, and which to leave out.
///
/// Values go to the daemon as typed: it knows what is in the index, and names the candidates if a part of a name fits
/// several.
struct FilterOptions: TableOptions {
    static let options =
        (Parameter.filters + [.editions, .inTheirWords]).map { TableOption($0) }
        + Parameter.filters.compactMap { TableOption(excluding: $0) }

    var values: [String: [String]] = [:]

    /// True if only paragraphs are wanted whose words stand in the sentences of the groups asked for.
    var inTheirWords: Bool { !(values[Parameter.inTheirWords.name] ?? []).isEmpty }

    /// The one group asked for; `nil` if it is none, several, or said inside the query.
    var onlyGroup: SourceGroup? {
        guard let saidBy = values[FilterField.saidBy.rawValue], saidBy.count == 1 else { return nil }
        let groups = SourceGroup.allCases.filter { $0.rawValue.contains(slug(saidBy[0])) }
        return groups.count == 1 ? groups[0] : nil
    }

    /// The filters without the one that is no filter of its own: whose words they are.
    var others: [Target.Parameter] { parameters.filter { $0.name != Parameter.inTheirWords.name } }
}

/// Which pages to look at: the filters that a page as a whole passes or doesn't.
struct PageFilterOptions: TableOptions {
    static let options = (Parameter.all(of: .pages).filter { $0.filter != nil } + [.editions]).map {
        TableOption($0)
    }

    var values: [String: [String]] = [:]
}
