extension ModelOption {
    /// All options, by what they act on.
    public static let all: [ModelOption] = [
        ModelOption(
            "temperature", .number, .sampling, "How freely tokens are chosen (0.8).", from: 0),
        ModelOption(
            "top_k", .integer, .sampling, "Choose among this many likeliest tokens (40).", from: 0),
        ModelOption(
            "top_p", .number, .sampling, "Choose among tokens up to this probability (0.9).",
            from: 0, to: 1),
        ModelOption(
            "min_p", .number, .sampling, "Leave out tokens less likely than this share.", from: 0,
            to: 1),
        ModelOption(
            "typical_p", .number, .sampling, "Prefer tokens of typical probability (1).", from: 0,
            to: 1),
        ModelOption(
            "seed", .integer, .sampling, "The same seed gives the same reply (-1: random)."),
        ModelOption("stop", .texts, .sampling, "Texts that end the reply, separated by commas."),
        ModelOption(
            "num_predict", .integer, .sampling, "Tokens a reply may have (-1: no limit).", from: -2),
        ModelOption(
            "num_keep", .integer, .sampling, "Tokens kept when the window overflows (4).", from: -1),
        ModelOption(
            "repeat_last_n", .integer, .sampling, "How far back repetition counts (64).", from: -1),
        ModelOption(
            "repeat_penalty", .number, .sampling, "How much repetition is avoided (1.0).", from: 0),
        ModelOption("presence_penalty", .number, .sampling, "Avoids tokens that occurred at all."),
        ModelOption("frequency_penalty", .number, .sampling, "Avoids tokens that occurred often."),
        ModelOption(
            "num_ctx", .integer, .runner, "The context window in tokens, or auto.", from: 1),
        ModelOption(
            "num_batch", .integer, .runner, "Prompt tokens evaluated at once (512).", from: 1),
        ModelOption(
            "num_gpu", .integer, .runner, "Layers on the GPU (-1: as many as fit).", from: -1),
        ModelOption("main_gpu", .integer, .runner, "The GPU for small tensors.", from: 0),
        ModelOption("use_mmap", .boolean, .runner, "Whether weights are mapped from disk."),
        ModelOption(
            "num_thread", .integer, .runner, "CPU threads (0: the server chooses).", from: 0),
        ModelOption(
            "draft_num_predict", .integer, .runner, "Tokens drafted ahead of the model.", from: 0),
        ModelOption(
            "keep_alive", .duration, .request, "How long the model stays in memory."),
        ModelOption(
            "think", .boolean, .request, "Whether, or how much, the model thinks."),
        ModelOption("truncate", .boolean, .request, "Drop old messages that do not fit (true)."),
        ModelOption("shift", .boolean, .request, "Let a reply push old tokens out (true)."),
    ]
}
