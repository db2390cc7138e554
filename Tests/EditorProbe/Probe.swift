import Dispatch
import LineEditing
import Platform

/// Reads lines in a loop and says what it got, for tests of the line editor.
///
/// A line that begins with a word of `/…` is an order: leave, crash, stream, run a program.
struct Probe {
    private let options: Set<String>
    let editor: LineEditor

    /// Makes a probe.
    ///
    /// - Parameter arguments: `--keep-reading` goes on after an end of input and interrupts,
    ///   `--own-termination` leaves SIGTERM to the program, `--prefilled` begins with a text,
    ///   `--async` prints while a line is read, `--cancel` cancels the first read.
    /// - Throws: When there is no terminal.
    init(arguments: some Sequence<String>) throws {
        options = Set(arguments)
        editor = try LineEditor(
            name: "editor-probe", historyPath: Probe.makeHistory(),
            restoresOnTermination: !options.contains("--own-termination"),
            complete: Probe.complete)
    }

    /// Reads until an order or the input ends it.
    func run() async {
        let termination = options.contains("--own-termination") ? leaveOnTermination() : nil
        defer { termination?.cancel() }
        if options.contains("--async") { printMeanwhile() }
        if options.contains("--cancel") { await cancelRead() }
        while let reading = try? await editor.readLine(prompt) {
            switch reading {
            case .line(let text, let isPasted):
                say(text.utf8.count > 500 ? summary(of: text) : "got \(text.debugDescription)")
                if isPasted { say("begins with a paste") }
                await remember(text, isPasted: isPasted)
                guard await obey(text) else { return }
            case .edit(let text): say("edit \(text.debugDescription)")
            case .interrupted:
                say("interrupted")
                if !options.contains("--keep-reading") { return }
            case .endOfInput:
                say("end of input")
                if !options.contains("--keep-reading") { return await editor.close() }
            }
        }
    }

    private var prompt: LinePrompt {
        LinePrompt(
            "ask> ", style: "1;32", continuation: "...> ",
            initialText: options.contains("--prefilled") ? "prefilled text" : "",
            placeholder: "Say something")
    }

    /// Does what an order says; `false` ends the program.
    private func obey(_ text: String) async -> Bool {
        switch text {
        case "/close":
            await editor.close()
            do { _ = try await editor.readLine(prompt) } catch { say("\(error)") }
            return false
        case "/exit": exit(3)
        case "/crash": fatalError("as ordered")
        case "/abort": abort()
        case "/fault": raise(SIGSEGV)
        case "/stream": await stream()
        case "/stall":
            await stream()
            await waitUntilToldToStop()
            // The terminal may bring keys later than the order to stop.
            await waitForInput(of: 10)
        case "/cooked": await runProgram()
        case "/ask": await ask()
        case "/remember":
            for number in 1...300 { await remember("\(getpid()) \\ \(number)\nend") }
        default: break
        }
        return true
    }

    /// Prints tokens while the keys are watched, until Ctrl-C or it is told to stop.
    private func stream() async {
        await withTaskGroup { group in
            let (interrupts, interrupt) = AsyncStream.makeStream(of: Void.self)
            group.addTask { await editor.watchKeys { interrupt.yield() } }
            group.addTask {
                for await _ in interrupts { return editor.printAbove("[stopped]") }
            }
            group.addTask {
                var token = 0
                while !isToldToStop {
                    token += 1
                    editor.printAbove("token \(token)")
                    do { try await Task.sleep(for: .milliseconds(50)) } catch { return }
                }
                editor.printAbove("[streamed]")
            }
            _ = await group.next()
            group.cancelAll()
        }
    }

    /// Handles SIGTERM as a program does that has something to store first.
    private func leaveOnTermination() -> any DispatchSourceSignal {
        signal(SIGTERM, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: SIGTERM)
        source.setEventHandler {
            print("[told to end]")
            exit(15)
        }
        source.resume()
        return source
    }

    /// Asks a question, and says what came of it.
    private func ask() async {
        let question = LinePrompt("Really? [y/N] ", isQuestion: true)
        switch try? await editor.readLine(question) {
        case .line(let answer, _): say("answered \(answer.debugDescription)")
        case .edit: say("no question is edited")
        case .interrupted: say("question interrupted")
        case .endOfInput: say("question left")
        case nil: say("question failed")
        }
    }

    private func runProgram() async {
        await editor.withCookedTerminal { say("echo is \(isEchoing ? "on" : "off")") }
        say("echo is \(isEchoing ? "on" : "off")")
    }

    private func cancelRead() async {
        let read = Task { try await editor.readLine(LinePrompt("cancelled> ")) }
        await waitUntilToldToStop()
        read.cancel()
        if case .failure(let error) = await read.result { say("\(error)") }
    }

    private func printMeanwhile() {
        Task.detached {
            await waitUntilToldToStop()
            for number in 1...4 {
                try? await Task.sleep(for: .milliseconds(50))
                editor.printAbove("meanwhile \(number)\nsecond row")
            }
        }
    }

    func say(_ text: String) {
        print("[\(text)]")
        fflush(nil)
    }

    private func summary(of text: String) -> String {
        let lines = text.utf8.reduce(1) { $0 + ($1 == 10 ? 1 : 0) }
        return "got \(text.utf8.count) bytes, \(lines) lines, \(checksum(of: text))"
    }
}
