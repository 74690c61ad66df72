import FoundationEssentials

/// Now, in the form of Kubernetes timestamps: UTC, whole seconds.
func timestamp() -> String { Date.now.formatted(.iso8601) }

/// The same, so many seconds from now.
func timestamp(after seconds: Double) -> String {
  Date(timeIntervalSinceNow: seconds).formatted(.iso8601)
}

/// Now, so many seconds off, as HTTP's `Date` header has it.
func httpDate(after seconds: Double) -> String {
  let style = Date.ISO8601FormatStyle(timeZone: .gmt)
  let now = Date(timeIntervalSinceNow: seconds)
  // `1994-11-06T08:49:37Z`
  let parts = now.formatted(style).split { "-T:Z".contains($0) }.map(String.init)
  guard parts.count == 6, let month = Int(parts[1]), (1...12).contains(month) else { return "" }
  let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
  let day = Int((now.timeIntervalSince1970 / 86_400).rounded(.down)) % 7
  let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  return "\(days[day]), \(parts[2]) \(months[month - 1]) \(parts[0]) "
    + "\(parts[3]):\(parts[4]):\(parts[5]) GMT"
}

/// A random uid, as every object gets one in its life.
func newUID() -> String { UUID().uuidString.lowercased() }
