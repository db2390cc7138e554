/// One thing that has to be in a text, or must not be.
///
/// Case and accents never count. Words are runs of letters and digits, so that `snake_case` and
/// `don't` are two words each that stand side by side; each character of a script without spaces
/// is a word. A term that has several words is found where they follow each other, taken as they
/// stand.
public enum SearchTerm: Hashable, Sendable {
    /// A word; English plurals and verb endings of it are found too.
    case word(String)
    /// A word that was perhaps typed wrong: what a word finds, and words that are one slip away.
    ///
    /// One of fewer than four letters, with digits or signs, is as a word.
    case near(String)
    /// The beginning of a word.
    case prefix(String)
    /// Words that follow each other, taken as they stand; the last may be the beginning of one.
    case phrase([String], endsOpen: Bool = false)
    /// A text with its signs, such as `c++`, `->` and `#include`, that does not begin or end within
    /// a word.
    case literal(String)
}
