/// A local authority as the Office for National Statistics knows it.
public struct Authority: Codable, Equatable, Sendable {
    /// The value in filters, facets, hits and ids.
    public let slug: String
    /// The name as the CQC prints it.
    public let name: String
    /// The official code, `E08000013`, by which other data are joined; `nil` if the list has none.
    public let code: String?
    /// The part of England that it lies in.
    public let region: Region?
    /// The kind of authority that it is.
    public let type: AuthorityType?
    /// Its place on a map of hexagons, one for each authority: column and row, odd rows half a tile to the right.
    public let tile: [Int]?

    /// An authority with what is known of it.
    public init(
        slug: String, name: String, code: String? = nil, region: Region? = nil, type: AuthorityType? = nil,
        tile: [Int]? = nil
    ) {
        self.slug = slug
        self.name = name
        self.code = code
        self.region = region
        self.type = type
        self.tile = tile
    }
}

extension Sequence<Authority> {
    /// The authorities by their slugs.
    public var bySlug: [String: Authority] {
        Dictionary(map { ($0.slug, $0) }, uniquingKeysWith: { first, _ in first })
    }
}

/// One of the nine regions of England, by which the Office for National Statistics counts.
public enum Region: String, CaseIterable, Codable, Sendable {
    case northEast = "north-east"
    case northWest = "north-west"
    case yorkshireAndTheHumber = "yorkshire-and-the-humber"
    case eastMidlands = "east-midlands"
    case westMidlands = "west-midlands"
    case eastOfEngland = "east-of-england"
    case london
    case southEast = "south-east"
    case southWest = "south-west"

    /// The region as a heading or a table cell says it.
    public var label: String {
        switch self {
        case .northEast: "North East"
        case .northWest: "North West"
        case .yorkshireAndTheHumber: "Yorkshire and the Humber"
        case .eastMidlands: "East Midlands"
        case .westMidlands: "West Midlands"
        case .eastOfEngland: "East of England"
        case .london: "London"
        case .southEast: "South East"
        case .southWest: "South West"
        }
    }
}

/// A kind of authority that has adult social care duties.
public enum AuthorityType: String, CaseIterable, Codable, Sendable {
    case county
    case londonBorough = "london-borough"
    case metropolitanDistrict = "metropolitan-district"
    case unitaryAuthority = "unitary-authority"
    /// The City of London alone.
    case cityCorporation = "city-corporation"

    /// The kind as a heading or a table cell says it.
    public var label: String {
        switch self {
        case .county: "County"
        case .londonBorough: "London borough"
        case .metropolitanDistrict: "Metropolitan district"
        case .unitaryAuthority: "Unitary authority"
        case .cityCorporation: "City corporation"
        }
    }
}
