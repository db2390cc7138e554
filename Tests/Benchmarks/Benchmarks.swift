import ArgumentParser

/// Measures what the program promises, each figure against a baseline of the same run.
@main
struct Benchmarks: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "benchmarks",
        abstract: "Measures the program against baselines, in turn, in one run.",
        discussion: "Build with -c release, and give the program's path with --program.",
        subcommands: [SearchTable.self, RecallTable.self])

    @Option(help: "Run only the benchmarks whose name contains this.")
    var filter = ""

    @OptionGroup var sizes: Sizes

    func run() async throws {
        print("                                        median     spread   baseline      ratio")
        for benchmark in Self.all where filter.isEmpty || benchmark.name.contains(filter) {
            let comparison = try await benchmark.run(sizes)
            print(comparison.row(named: benchmark.name))
        }
    }

    private static let all: [any Benchmark] = [
        AppendBenchmark(),
        OpenBenchmark(),
        PlanBenchmark(),
        StartBenchmark(),
        ColdStoreBenchmark(),
        FirstTokenBenchmark(),
        StreamBenchmark(),
        StreamProcessorBenchmark(),
        RenderBenchmark(),
        KeyPressBenchmark.short,
        KeyPressBenchmark.long,
        PasteBenchmark(),
        BranchBenchmark(),
        ListBenchmark(),
        ExportBenchmark(),
        ImportBenchmark(),
        ScanBenchmark(),
        NewestHitsBenchmark(),
    ]
}

/// Sizes that can be chosen.
struct Sizes: ParsableArguments {
    @Option(help: "How often each thing is measured.")
    var samples = 25

    @Option(help: "Messages in the long session, and sessions in the long list.")
    var messages = 100_000

    @Option(help: "Chunks of the long stream.")
    var chunks = 100_000

    @Option(help: "The program to measure.")
    var program = ".build/release/ollama-chat"
}
