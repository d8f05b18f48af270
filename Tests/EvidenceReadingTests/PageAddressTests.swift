import Evidence
import EvidenceReading
import Testing

struct PageAddressTests {
    private static let reports = "https://www.cqc.org.uk/care-services/local-authority-assessment-reports/"

    @Test(
        "the month of an address is its MMYY, in flat and nested addresses",
        arguments: [
            ("mareham-0525", "2025-05"), ("mareham-0225-theme1-needs", "2025-02"),
            ("mareham-0625/theme1/needs", "2025-06"), ("mareham-1124-summary", "2024-11"),
            ("Mareham-0524", "2024-05"), ("mareham-0525/overall-summary?x=-0124#-0224", "2025-05"),
            ("mareham-0225-theme1-needs.html", "2025-02"), ("mareham-0523.html", "2023-05"),
            ("Mareham2", nil), ("mareham-cc/4-leadership/governance", nil), ("mareham-1325", nil),
            ("mareham-0025", nil), ("mareham-2024/needs", nil), ("mareham-05255", nil), ("mareham-0199", nil),
        ] as [(String, String?)])
    func editions(address: String, edition: String?) {
        #expect(PageAddress.edition(of: Self.reports + address)?.description == edition)
    }

    @Test("the first address that names a month gives it")
    func firstAddress() throws {
        let addresses = [
            "https://www.cqc.org.uk/node/123", Self.reports + "mareham-0525/theme3/safeguarding",
        ]
        let page = try Pages.reader().page(
            from: Array(Pages.spaced.utf8), supplying: PageDetails(addresses: addresses))

        #expect(page.addressEdition?.description == "2025-05")
        #expect(page.published?.description == "2024-05-17")
        #expect(try Pages.page(Pages.compact).addressEdition == nil)
    }

    @Test(
        "a place below a folder named as a host is an address",
        arguments: [
            ("mirror/www.cqc.org.uk/a/x-0525/needs.html", "https://www.cqc.org.uk/a/x-0525/needs"),
            ("www.cqc.org.uk/a/x-0525/index.html", "https://www.cqc.org.uk/a/x-0525"),
            ("/srv/cqc.org.uk./a/x-0525.txt", "https://cqc.org.uk/a/x-0525"),
            ("m/web.archive.org.uk/m/www.cqc.org.uk/x", "https://www.cqc.org.uk/x"),
            ("reports.old/a/x-0525.txt", nil), ("a/www.cqc.org.uk", nil), ("www.cqc.org.uk/a b.html", nil),
        ] as [(String, String?)])
    func mirrors(path: String, address: String?) {
        #expect(PageAddress.address(ofMirrored: path) == address)
    }
}
