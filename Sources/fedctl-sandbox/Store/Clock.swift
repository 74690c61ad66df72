import FoundationEssentials

/// Now, in the form of Kubernetes timestamps: UTC, whole seconds.
func timestamp() -> String { Date.now.formatted(.iso8601) }

/// The same, so many seconds from now.
func timestamp(after seconds: Double) -> String {
  Date(timeIntervalSinceNow: seconds).formatted(.iso8601)
}

/// A random uid, as every object gets one in its life.
func newUID() -> String { UUID().uuidString.lowercased() }
