import Evidence
import Testing

@Suite("JSON is read as RFC 8259 has it")
struct JSONReadingTests {
    private func read<Value: JSONReadable>(_ json: String, as: Value.Type = Value.self) throws -> Value {
        try Value(json: Array(json.utf8))
    }

    @Test(
        "a text is what its escapes stand for",
        arguments: [
            (#""""#, ""), (#""plain é€😀""#, "plain é€\u{1F600}"), (#""\"\\\/""#, #""\/"#),
            (#""\b\f\n\r\t""#, "\u{8}\u{C}\n\r\t"), (#""a\u00e9\u20AC\ud83d\ude00z""#, "aé€\u{1F600}z"),
            (#""\\u0041""#, #"\u0041"#), (" \t\r\n\"a\" \n", "a"), ("\"\u{7F}\u{2028}\"", "\u{7F}\u{2028}"),
        ])
    func texts(json: String, text: String) throws {
        #expect(try read(json) == text)
    }

    @Test(
        "an ill-formed text is refused",
        arguments: [
            #"""#, #""\"#, #""\""#, #""\x""#, #""\u00g0""#, #""\u12""#, #""\u+123""#, #""\ud83d""#,
            #""\ud83dx""#, #""\ud83d\u0041""#, #""\ude00""#, "\"\n\"", "\"\u{0}\"", "'a'", "a",
        ])
    func badTexts(json: String) {
        #expect(throws: JSONError.self) { try read(json, as: String.self) }
    }

    @Test("a text that isn't UTF-8 is refused")
    func notUTF8() {
        #expect(throws: JSONError.self) { try String(json: [UInt8(ascii: "\""), 0xFF, UInt8(ascii: "\"")]) }
    }

    @Test("numbers", arguments: [("0", 0), ("-12", -12), (" 9007199254740993 ", 9_007_199_254_740_993)])
    func wholeNumbers(json: String, number: Int) throws {
        #expect(try read(json) == number)
    }

    @Test(
        "numbers with decimals",
        arguments: [("0", 0), ("-11.25", -11.25), ("1e300", 1e300), ("2.5E-1", 0.25)])
    func decimals(json: String, number: Double) throws {
        #expect(try read(json) == number)
    }

    @Test(
        "what is no whole number is refused", arguments: ["1.5", "1e", "-", "\"1\"", "null", "true", "[1]"])
    func badNumbers(json: String) {
        #expect(throws: JSONError.self) { try read(json, as: Int.self) }
    }

    @Test("arrays, also empty and nested")
    func arrays() throws {
        #expect(try read("[]") == [Int]())
        #expect(try read("[ [1 ,2],[ ] , [3]]") == [[1, 2], [], [3]])
        #expect(try read("[true,false]") == [true, false])
    }

    @Test("a member is found by its name, wherever it stands; null is none")
    func members() throws {
        let json: JSONValue = try read(
            #" { "a" : {"b":1}, "none":null , "list":[{"b":3}],"b" : 2 , "\u0062b":4} "#)

        #expect(try json.member("b") == 2)
        #expect(try (json.member("a") as JSONValue).member("b") == 1)
        #expect(try json.memberIfPresent("b") == 2)
        #expect(try json.memberIfPresent("none") == Int?.none)
        #expect(try json.memberIfPresent("other") == Int?.none)
    }

    @Test("a member that isn't there, or is something else, is an error, and so is a member of no object")
    func badMembers() throws {
        let json: JSONValue = try read(#"{"a":"x"}"#)
        let list: JSONValue = try read(#"["a"]"#)

        #expect(throws: JSONError.self) { try json.member("b") as Int }
        let error = #expect(throws: JSONError.self) { try json.member("a") as Int }
        #expect(error?.at == 6)
        #expect(throws: JSONError.self) { try json.memberIfPresent("a") as Int? }
        #expect(throws: JSONError.self) { try list.member("a") as String }
        #expect(throws: JSONError.self) { try list.memberIfPresent("a") as String? }
    }

    @Test(
        "what is no JSON is refused",
        arguments: [
            "", " ", "{", "}", "[", "]", "[1", "[1,", "[1,]", "[,1]", "[1 2]", "[1]]", "{\"a\"}", "{\"a\":}",
            "{\"a\":1,}", "{a:1}", "{\"a\":1 \"b\":2}", "tru", "nul", "truefalse", "True", "1 2", "{}x",
            "/**/1",
        ])
    func noJSON(json: String) {
        #expect(throws: JSONError.self) { try read(json, as: JSONValue.self) }
    }

    @Test("text cut off anywhere is refused, and never more than an error")
    func cutOff() throws {
        let json = Array(#"{"a":[1,-2.5e3,"b\u00e9\n",true,false,null,{"c":{}}],"d":""}"#.utf8)

        _ = try JSONValue(json)

        for end in json.indices {
            #expect(throws: JSONError.self) { try JSONValue(Array(json[..<end])) }
        }
    }

    @Test("nesting that could exhaust the stack is refused")
    func deep() throws {
        #expect(throws: Never.self) { try read(nested(50), as: JSONValue.self) }
        #expect(throws: JSONError.self) { try read(nested(100_000), as: JSONValue.self) }
    }

    private func nested(_ depth: Int) -> String {
        String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
}
