/// Names of models.
public enum ModelName {
    /// Whether two names mean the same model: `llama3.2` is `llama3.2:latest`.
    public static func isSame(_ one: String, _ other: String) -> Bool {
        full(one) == full(other)
    }

    /// The name without the tag that goes without saying.
    public static func short(_ name: String) -> String {
        name.hasSuffix(":latest") ? String(name.dropLast(":latest".count)) : name
    }

    /// Whether a model is run by somebody else, who may count what is asked of it: `big:cloud`.
    public static func isCloud(_ name: String) -> Bool {
        let tag = full(name).split(separator: ":").last ?? ""
        return tag == "cloud" || tag.hasSuffix("-cloud")
    }

    /// The name with its tag.
    public static func full(_ name: String) -> String {
        let last = name.split(separator: "/").last ?? ""
        return last.contains(":") ? name : "\(name):latest"
    }
}
