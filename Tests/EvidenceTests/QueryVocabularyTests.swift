import Evidence
import Testing

extension Vocabulary {
    /// A small index: two themes, three statements, twelve authorities, two sections.
    static let sample = Vocabulary(
        catalogue: StatementCatalogue(
            themes: [.init(name: "Providing support"), .init(name: "Ensuring safety")],
            statements: [
                .init(
                    name: "Care provision, integration and continuity", theme: "Providing support",
                    aliases: nil),
                .init(
                    name: "Safe systems, pathways and transitions", theme: "Ensuring safety",
                    aliases: ["Safe pathways, systems and transitions"]),
                .init(name: "Safeguarding", theme: "Ensuring safety", aliases: nil),
            ],
            scores: []),
        authorities: [
            "Barnsley", "Bournemouth, Christchurch and Poole", "Derby", "Derbyshire", "Kingston upon Hull",
            "Kingston upon Thames", "Leeds", "North Yorkshire", "St Helens", "Wigan", "Wirral", "York",
        ].map { .init(slug: slug($0), name: "\($0) Council") },
        sections: [
            .init(slug: "key-findings", name: "Key findings"), .init(slug: "summary", name: "Summary"),
        ])

    func filters(_ query: String) throws(RequestError) -> Filters {
        try filters(from: try QueryParser(stopWords: []).parse(query).fields)
    }
}

extension Filters.Choice {
    /// The choice of these names; `none` is the value of what has none.
    static func named(_ included: [String], not excluded: [String] = []) -> Self {
        func values(_ names: [String]) -> [Filters.Value] {
            names.map { $0 == "none" ? .none : .named($0) }
        }
        return Self(values(included), not: values(excluded))
    }
}

struct QueryVocabularyTests {
    @Test(
        "a value is found by its slug, its name or any part that no other has",
        arguments: [
            ("authority:derby", ["derby"]), ("authority:derbys", ["derbyshire"]),
            ("council:hull", ["kingston-upon-hull"]),
            (#"authority:"ST HELENS COUNCIL""#, ["st-helens"]),
            ("authority:york,helen", ["york", "st-helens"]),
            ("authority:leeds authority:leeds,wirral", ["leeds", "wirral"]),
            (#"authority:"Bournemouth, Christchurch and Poole""#, ["bournemouth-christchurch-and-poole"]),
            (
                #"authority:"Bournemouth, Christchurch and Poole",leeds"#,
                ["bournemouth-christchurch-and-poole", "leeds"]
            ),
            (#"authority:"Leeds, City of""#, ["leeds"]), (#"authority:"city of york""#, ["york"]),
            (#"authority:"wigan metropolitan borough council""#, ["wigan"]),
            (#"authority:"St. Helens""#, ["st-helens"]),
            (#"authority:"The City of Léeds Council""#, ["leeds"]), ("authority:DÉRBY", ["derby"]),
            ("authority:Lee\u{AD}ds", ["leeds"]),
            (#"authority:"Wirral, Metropolitan Borough of""#, ["wirral"]),
        ])
    func authorities(query: String, expected: [String]) throws {
        #expect(try Vocabulary.sample.filters(query)[.authority] == .named(expected))
    }

    @Test(
        "a parameter's commas stand between names or inside them",
        arguments: [
            ("Leeds, City of", ["leeds"]), ("Leeds, City of, Derby", ["leeds", "derby"]),
            (
                "Derby,Bournemouth, Christchurch and Poole,York, City of",
                ["derby", "bournemouth-christchurch-and-poole", "york"]
            ),
            ("leeds,york", ["leeds", "york"]),
        ])
    func commas(value: String, expected: [String]) throws {
        let field = try #require(try FieldValue(parameter: "authority", value: value))

        #expect(try Vocabulary.sample.filters(from: [field])[.authority] == .named(expected))
    }

    @Test(
        "a statement is found by a wording of before, and by a name with commas in a parameter",
        arguments: [
            ("safe-systems", "safe-systems-pathways-and-transitions"),
            ("Safe pathways, systems and transitions", "safe-systems-pathways-and-transitions"),
            ("Care provision, integration and continuity", "care-provision-integration-and-continuity"),
            ("integration", "care-provision-integration-and-continuity"),
        ])
    func statements(value: String, expected: String) throws {
        let field = try #require(try FieldValue(parameter: "statement", value: value))

        #expect(try Vocabulary.sample.filters(from: [field])[.statement] == .named([expected]))
    }

    @Test(
        "source groups go by their slugs and their labels",
        arguments: [
            ("said-by:partner", [SourceGroup.partners], []), (#"said-by:"Unpaid carers""#, [.carers], []),
            ("said-by:national_data,leaders", [.nationalData, .leaders], []),
            ("said-by:staff -said-by:people", [.staff], [.people]),
        ] as [(String, [SourceGroup], [SourceGroup])])
    func sources(query: String, included: [SourceGroup], excluded: [SourceGroup]) throws {
        let filters = try Vocabulary.sample.filters(query)

        #expect((filters.saidBy, filters.notSaidBy) == (included, excluded))
    }

    @Test(
        "scores are numbers, lists and ranges",
        arguments: [
            ("score:2", ["2"]), ("score:1..3", ["1", "2", "3"]), ("score:4,1..2,2", ["4", "1", "2"]),
            ("score:3..", ["3", "4"]), ("score:..2", ["1", "2"]), ("score:None,2", ["none", "2"]),
        ])
    func scores(query: String, expected: [String]) throws {
        #expect(try Vocabulary.sample.filters(query)[.score] == .named(expected))
    }

    @Test(
        "regions and types of authority go by their slugs and names, the same in every index",
        arguments: [
            ("region:london", FilterField.region, ["london"]),
            (#"region:"Yorkshire and The Humber",none"#, .region, ["yorkshire-and-the-humber", "none"]),
            ("region:south-e,humber", .region, ["south-east", "yorkshire-and-the-humber"]),
            ("authority-type:county", .authorityType, ["county"]),
            (#"authority_type:"London borough""#, .authorityType, ["london-borough"]),
            ("authority-type:metropolitan,NONE", .authorityType, ["metropolitan-district", "none"]),
        ])
    func regions(query: String, field: FilterField, expected: [String]) throws {
        #expect(try Vocabulary.sample.filters(query)[field] == .named(expected))
    }

    @Test("a date is a range of dates, or none")
    func dates() throws {
        let june = try #require(DateRange("2025-06"))

        #expect(try Vocabulary.sample.filters("published:2025-06")[.published] == .init([.dates(june)]))
        #expect(try Vocabulary.sample.filters("-published:none")[.published] == .init(not: [.none]))
    }

    @Test("indicative is true or false")
    func indicative() throws {
        #expect(try Vocabulary.sample.filters("indicative:TRUE")[.indicative] == .named(["true"]))
        #expect(try Vocabulary.sample.filters("-indicative:true")[.indicative] == .named([], not: ["true"]))
    }

    @Test("no filter is an empty one")
    func none() throws {
        #expect(try Vocabulary.sample.filters("delays").isEmpty)
        #expect(try !Vocabulary.sample.filters("-score:1").isEmpty)
    }

    @Test(
        "a value that is not there is refused with its place and what could be meant",
        arguments: [
            (
                "said-by:partnrs", #"unknown source "partnrs" at byte 8; did you mean partners?"#, 10
            ),
            ("theme:x", #"unknown theme "x" at byte 6; it can be ensuring-safety or providing-support"#, 2),
            ("council:sthelens", #"unknown authority "sthelens" at byte 8; did you mean st-helens?"#, 5),
            (#"council:leeds,"wigen""#, #"unknown authority "wigen" at byte 14; did you mean wigan?"#, 5),
            ("section:!!", #"unknown section "!!" at byte 8; it can be key-findings or summary"#, 2),
            (
                "council:kingston",
                #"authority "kingston" at byte 8 is ambiguous; "#
                    + "it could be kingston-upon-hull or kingston-upon-thames", 2
            ),
            (
                "statement:safe",
                #"statement "safe" at byte 10 is ambiguous; "#
                    + "it could be safe-systems-pathways-and-transitions or safeguarding", 2
            ),
        ])
    func unknownValues(query: String, expected: String, candidates: Int) throws {
        let error = try #require(throws: RequestError.self) { try Vocabulary.sample.filters(query) }

        #expect(error.code == .unknownValue)
        #expect(error.description == expected)
        #expect(error.candidates.count == candidates)
    }

    @Test(
        "a value that can never be is refused",
        arguments: [
            ("score:5", #"score is 1 to 4 or none, not "5" at byte 6"#),
            ("score:0", #"score is 1 to 4 or none, not "0" at byte 6"#),
            ("score:1,x", #"score is 1 to 4 or none, not "x" at byte 8"#),
            ("score:3..2", #"score is 1 to 4 or none, not "3..2" at byte 6"#),
            ("score:..", #"score is 1 to 4 or none, not ".." at byte 6"#),
            ("score:-1", #"score is 1 to 4 or none, not "-1" at byte 6"#),
            ("published:june", #"published is a date or a range of dates, not "june" at byte 10"#),
            ("indicative:none", #"indicative is true or false, not "none" at byte 11"#),
            ("indicative:yes", #"indicative is true or false, not "yes" at byte 11"#),
        ])
    func badValues(query: String, message: String) throws {
        let error = try #require(throws: RequestError.self) { try Vocabulary.sample.filters(query) }

        #expect(error.code == .badValue)
        #expect(error.message == message)
    }
}
