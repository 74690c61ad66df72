import ArgumentParser

/// A duration as a person writes it: a number and `s`, `m` or `h`.
struct WaitTime: ExpressibleByArgument {
  let duration: Duration

  init(_ duration: Duration) { self.duration = duration }

  /// nil for anything but a whole number and one unit, up to a million of it.
  init?(argument: String) {
    let units: [Character: Int] = ["s": 1, "m": 60, "h": 3600]
    guard let unit = argument.last.flatMap({ units[$0] }), let count = Int(argument.dropLast()),
      count > 0, count <= 1_000_000
    else { return nil }
    duration = .seconds(count * unit)
  }

  /// As the help tells the default.
  var defaultValueDescription: String {
    let seconds = duration.components.seconds
    return seconds % 60 == 0 ? "\(seconds / 60)m" : "\(seconds)s"
  }
}
