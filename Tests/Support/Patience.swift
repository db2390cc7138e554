/// How long tests wait for what has to happen.
///
/// It is much longer than anything takes, because hundreds of tests share the machine; a test that
/// passes does not wait for it.
package enum Patience {
    /// The longest wait.
    package static let limit = Duration.seconds(120)
}
