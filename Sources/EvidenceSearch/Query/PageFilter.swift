internal import Evidence

extension Pages {
    /// For each page true if it passes the filters of pages and is of the editions; `nil` if every page does.
    ///
    /// There are many pages and few values of a property, so each value is compared once.
    func passing(_ filters: Filters, editions: Editions) -> [Bool]? {
        var passing = editions == .latest ? isLatest : nil
        for (field, property) in properties where !filters[field].isEmpty {
            let values = property.passing(filters[field])
            if passing == nil {
                passing = property.indices.map { values[Int($0)] }
            } else {
                for page in records.indices where !values[Int(property.indices[page])] {
                    passing?[page] = false
                }
            }
        }
        return passing
    }
}
