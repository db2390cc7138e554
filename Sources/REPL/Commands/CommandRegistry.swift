/// The one list of commands.
///
/// Dispatch, help, completion, the shell and the test of the manual page all read it.
package enum CommandRegistry {
    /// Every command, in the order in which help shows them.
    package static let all: [any ChatCommand.Type] = [
        NewCommand.self,
        PrivateCommand.self,
        SessionsCommand.self,
        OpenCommand.self,
        SearchCommand.self,
        RecallCommand.self,
        HistoryCommand.self,
        LastCommand.self,
        CopyCommand.self,
        CodeCommand.self,
        PipeCommand.self,
        RetryCommand.self,
        ContinueCommand.self,
        AttachCommand.self,
        TryCommand.self,
        EditCommand.self,
        UndoCommand.self,
        RedoCommand.self,
        ShelfCommand.self,
        BranchCommand.self,
        TreeCommand.self,
        DiffCommand.self,
        StatsCommand.self,
        ModelCommand.self,
        LoadedCommand.self,
        UnloadCommand.self,
        ShowCommand.self,
        ContextCommand.self,
        CompactCommand.self,
        PinMessageCommand.self,
        ExcludeCommand.self,
        SystemCommand.self,
        SetCommand.self,
        SaveModelCommand.self,
        TemplateCommand.self,
        RenameCommand.self,
        ExportCommand.self,
        ImportCommand.self,
        PruneCommand.self,
        DeleteCommand.self,
        TrashCommand.self,
        UndeleteCommand.self,
        TimeToLiveCommand.self,
        PinCommand.self,
        UnpinCommand.self,
        SpoolCommand.self,
        IndexCommand.self,
        ReindexCommand.self,
        ServeCommand.self,
        ConfigCommand.self,
        HelpCommand.self,
        QuitCommand.self,
    ]

    /// The command of a name or an alias, which must match exactly.
    package static func command(named name: some StringProtocol) -> (any ChatCommand.Type)? {
        all.first { $0.name == name || $0.aliases.contains(String(name)) }
    }

    /// Every name and alias.
    package static var names: [String] {
        all.flatMap { [$0.name] + $0.aliases }
    }
}
