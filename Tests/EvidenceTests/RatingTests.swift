import Evidence
import Testing

struct RatingTests {
    @Test(
        "the CQC's rule gives a rating to each percentage from 25",
        arguments: [
            (25, Rating.inadequate), (38, .inadequate), (39, .requiresImprovement),
            (62, .requiresImprovement), (63, .good), (87, .good), (88, .outstanding), (100, .outstanding),
            (24, nil), (101, nil), (0, nil),
        ])
    func rule(percentage: Int, rating: Rating?) {
        #expect(Rating(percentage: percentage) == rating)
    }

    @Test(
        "nine scores make a percentage of 36, rounded",
        arguments: [
            ([1, 1, 1, 1, 1, 1, 1, 1, 1], 25), ([2, 2, 2, 3, 3, 2, 3, 3, 3], 64),
            ([2, 2, 2, 2, 3, 2, 2, 2, 2], 53), ([4, 4, 4, 4, 4, 4, 4, 4, 4], 100), ([3, 3], nil),
            ([3, 3, 3, 3, 3, 3, 3, 3, 5], nil), ([], nil),
        ] as [([Int], Int?)])
    func percentages(scores: [Int], percentage: Int?) {
        #expect(Rating.percentage(ofScores: scores) == percentage)
    }

    @Test("each rating has the slug of its label")
    func slugs() {
        for rating in Rating.allCases { #expect(slug(rating.label) == rating.rawValue) }
    }
}
