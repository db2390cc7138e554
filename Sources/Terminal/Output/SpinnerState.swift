/// What the spinner shows, and how it looks at a moment.
struct SpinnerState: Sendable {
    /// Which spinner it is: a stopped one must not draw over its successor.
    let id: Int
    /// What is being waited for.
    var text: String
    /// Draws again and again until it is cancelled.
    var task: Task<Void, Never>?

    /// How long nothing is shown, so that a quick answer does not flicker.
    static let delay = Duration.milliseconds(150)
    /// The time between two pictures.
    static let interval = Duration.milliseconds(100)
    /// The wait from which on its seconds are shown.
    private static let patience = Duration.seconds(2)

    /// The fewest cells that are worth a picture behind a text.
    static let leastRoom = 12

    /// The picture after a time of waiting, on one line behind so many cells of text.
    func picture(
        after elapsed: Duration, behind column: Int = 0, traits: TerminalTraits
    ) -> String {
        let frames = Array(traits.isUTF8 ? "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏" : "|/-\\")
        let frame = frames[max(0, Int(elapsed / Self.interval)) % frames.count]
        let isLong = elapsed >= Self.patience
        let wait = isLong ? " " + DurationText.text(of: .seconds(elapsed.components.seconds)) : ""
        // The last cell stays free: a terminal may go to the next line after it.
        let room = (traits.columns ?? 80) - column - 1 - CellWidth.of("\(frame) \(wait)")
        let shown = CellWidth.truncated(
            Sanitizer.cleanLine(text), to: max(0, room), mark: traits.ellipsis)
        return traits.renderer.render("\(frame) \(shown)\(wait)", as: .faint)
    }
}
