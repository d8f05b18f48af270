import Evidence
import Foundation
import Support
import Testing

struct FoldingICUTests {
    @Test("each character of Unicode is folded as ICU folds it, but for the letters of our own")
    func everyCharacter() throws {
        let outcome = try Programs.run(
            "/usr/bin/python3",
            [
                "-c",
                """
                import icu
                casefold, parts = icu.Normalizer2.getNFKCCasefoldInstance(), icu.Normalizer2.getNFDInstance()
                for code in range(0x110000):
                    if 0xD800 <= code < 0xE000:
                        continue
                    form = parts.normalize(casefold.normalize(chr(code)))
                    kept = [c for c in form if icu.Char.charType(c) != icu.UCharCategory.NON_SPACING_MARK]
                    print(f"{code:X}", *(f"{ord(c):X}" for c in kept))
                """,
            ])
        try #require(outcome.errors == "")
        try #require(outcome.lines.count == 0x110000 - 0x800)

        var ours: [String: String] = [:]
        for line in outcome.lines {
            let codes = line.split(separator: " ").compactMap { UInt32($0, radix: 16) }
            let texts = codes.compactMap(Unicode.Scalar.init).map { String($0) }
            let (folded, icu) = (Folding.folded(texts[0]), texts.dropFirst().joined())
            if !folded.unicodeScalars.elementsEqual(icu.unicodeScalars) { ours[texts[0]] = folded }
        }

        let letters = Dictionary(grouping: ours.keys, by: { ours[$0] ?? "" }).mapValues {
            $0.sorted().joined()
        }
        #expect(
            letters == [
                "ae": "ÆæǢǣǼǽᴭ𐞃", "oe": "Œœꟹ", "o": "ØøǾǿ𐞢", "l": "Łł", "d": "ÐðĐđᶞ", "th": "Þþ",
                "h": "Ħħℏꟸ𐞕",
                "t": "Ŧŧ", "i": "ı𝚤", "n": "Ŋŋᵑ", "'": "ʻʼ", "'n": "ŉ",
            ])
    }
}
