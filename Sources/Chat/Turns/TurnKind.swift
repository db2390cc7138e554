/// What a turn does.
public enum TurnKind: Hashable, Sendable {
    /// Says something, perhaps with images, and answers it.
    case send(String, images: [MessageImage] = [])
    /// Answers the last question again; the reply that is there goes to the shelf.
    case retry
    /// Goes on from where the last reply stopped; the longer reply takes its place.
    case `continue`
}
