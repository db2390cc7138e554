/// The environment variables that the program reads, but for those of the configuration.
///
/// The manual page lists each.
enum EnvironmentKey: String, CaseIterable {
    case noColor = "NO_COLOR"
    case term = "TERM"
    case home = "HOME"
    case path = "PATH"
    case dataHome = "XDG_DATA_HOME"
    case stateHome = "XDG_STATE_HOME"
    case configHome = "XDG_CONFIG_HOME"
    case temporary = "TMPDIR"
    case visual = "VISUAL"
    case editor = "EDITOR"
    case pager = "PAGER"
    case less = "LESS"
    case shell = "SHELL"
    case waylandDisplay = "WAYLAND_DISPLAY"
    case display = "DISPLAY"
    case tmux = "TMUX"

    /// The value, or `nil` where the variable is not set or empty.
    var value: String? {
        let value = ProcessEnvironment.variables[rawValue]
        return value?.isEmpty == false ? value : nil
    }
}
