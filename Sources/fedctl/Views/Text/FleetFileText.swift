import Diagnostics
import Facts
import Fleet

/// The problems of a fleet file, each with the line that it is about.
struct FleetFileText {
  /// Beyond this many problems a file is something else than a fleet file with mistakes.
  private static let mostTold = 100

  private let reading: FleetReading
  private let path: String

  /// `path` is as the person gave it.
  init(_ reading: FleetReading, path: String) {
    self.reading = reading
    self.path = path
  }

  /// Problems in the order of the file, and how many there were where it cannot be used.
  func print(on console: Console) {
    let problems = reading.problems.map(\.diagnostic)
    for problem in problems.prefix(Self.mostTold) {
      console.report([problem], lines: problem.mark.map { reading.lines(of: $0.file) } ?? [])
    }
    let untold = problems.count - Self.mostTold
    if untold > 0 { console.note("… and \(Count(untold, "more problem", many: "more problems"))") }
    guard reading.fleet == nil else { return }
    let errors = Count(problems.count { $0.severity == .error }, "error")
    console.note("\(Printable.text(path)): \(errors)")
  }
}
