import Chat
import Terminal

extension REPLError {
    static func noSuchFile(_ path: String) -> REPLError {
        REPLError(
            .notFound, "There is no file “\(path.onOneLine.shortened(to: 80))”.",
            hint: "Check the name; Tab behind @ completes paths.")
    }

    static func isFolder(_ path: String) -> REPLError {
        REPLError(
            .usage, "“\(path.onOneLine.shortened(to: 80))” is a folder.",
            hint: "Name a file in it; Tab behind @ completes paths.")
    }

    static func isNoFile(_ path: String) -> REPLError {
        REPLError(
            .usage, "“\(path.onOneLine.shortened(to: 80))” is no regular file.",
            hint: "Name a text file or an image.")
    }

    static func isEmpty(_ path: String) -> REPLError {
        REPLError(
            .usage, "“\(path.onOneLine.shortened(to: 80))” is empty.",
            hint: "Name a file with something in it.")
    }

    static func isNeitherTextNorImage(_ path: String) -> REPLError {
        REPLError(
            .usage,
            "“\(path.onOneLine.shortened(to: 80))” is neither text in UTF-8 nor an image.",
            hint: "Images are PNG, JPEG, GIF and WebP; convert the file first.")
    }

    static func tooLarge(_ path: String, _ size: Int, most: Int) -> REPLError {
        REPLError(
            .usage,
            "“\(path.onOneLine.shortened(to: 80))” has \(ByteCount.text(of: Int64(size))), and "
                + "\(ByteCount.text(of: Int64(most))) are the most that can go along.",
            hint: "Send the part that matters.")
    }

    static func cannotSee(_ model: String, at door: CommandDoor) -> REPLError {
        REPLError(
            .usage, "\(model.onOneLine) cannot see images.",
            hint: door == .prompt
                ? "/model chooses one that can, such as llava, qwen2.5vl or gemma3."
                : "-m chooses one that can, such as llava, qwen2.5vl or gemma3.")
    }

    static let noReplyYet = REPLError(
        .usage, "There is no reply yet that %% could stand for.",
        hint: "Ask something first, or write %% within a word.")
}
