/// The words that follow a noun phrase that may be the subject of a sentence.
enum SubjectOutcome {
    /// It says something: these tokens are the predicate.
    case says(Predicate)
    /// It does something else, from this token on.
    case does(Int)
    /// No verb of its own was found.
    case nothing
}

/// A verb or construction by which a source speaks.
struct Predicate {
    let tokens: Range<Int>
    /// True if only somebody who speaks to us does this.
    let isSpeech: Bool
    /// True if it stands in a relative clause: "the strategy, which set out".
    let isRelative: Bool
}

extension Reading {
    /// Reads on from a noun phrase, over its descriptions, to its verb.
    ///
    /// "Staff *in the teams that we visited* told us": descriptions may hold other nouns and, behind "who" or
    /// "that", one verb. The first verb outside them decides.
    func outcome(of mention: Mention) -> SubjectOutcome {
        var scan = SubjectScan(reading: self, mention: mention)
        return scan.run()
    }

    /// The predicate that begins at this token behind "and", after another verb of the same subject.
    func latePredicate(of kind: Lexicon.Kind, at index: Int) -> Predicate? {
        guard let table = lexicon.predicates[kind]?.late, table.end(in: tokens, from: index) != nil else {
            return nil
        }
        return predicate(of: kind, at: index)
    }

    /// Returns true if "told us" or "said" stands here, which describe nothing.
    func isPlainSpeech(_ index: Int) -> Bool {
        verb(at: index).finite.contains(.speech) && predicate(of: .voice, at: index)?.isSpeech == true
    }

    /// The predicate that begins at this token.
    func predicate(of kind: Lexicon.Kind, at index: Int, isRelative: Bool = false) -> Predicate? {
        guard has(.beginsPredicate, at: index), let tables = lexicon.predicates[kind] else { return nil }
        if let end = tables.speech.end(in: tokens, from: index) {
            return Predicate(tokens: index..<end, isSpeech: true, isRelative: isRelative)
        }
        if let end = tables.view.end(in: tokens, from: index) {
            return Predicate(tokens: index..<end, isSpeech: false, isRelative: isRelative)
        }
        return nil
    }
}
