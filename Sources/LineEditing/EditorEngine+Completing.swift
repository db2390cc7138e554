extension EditorEngine {
    /// Completes the text before the cursor as far as it is clear, and lists what is not.
    func completeText() {
        guard !prompt.isQuestion else { return ringBell() }
        var buffer = current
        let list = Deadline.wait(forSeconds: 2) { [complete, head = buffer.head] in
            await complete(head)
        }
        guard let list, let first = list.candidates.first else { return ringBell() }
        if list.candidates.count == 1 {
            let isFollowed = buffer.cursor < buffer.lineEnd && buffer.scalars[buffer.cursor] == " "
            let isOpen = isFollowed || first.replacement.hasSuffix("/")
            buffer.replaceBeforeCursor(
                characters: list.replacedCount, with: first.replacement + (isOpen ? "" : " "))
        } else {
            let typed = String(buffer.head.suffix(list.replacedCount))
            if list.commonPrefix.count >= typed.count {
                buffer.replaceBeforeCursor(
                    characters: list.replacedCount, with: list.commonPrefix)
            }
            below = CandidateRows.make(list.candidates, in: terminal.size)
        }
        replace(buffer)
    }
}
