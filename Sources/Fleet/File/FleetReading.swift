import Facts
import JSON
package import Text
import YAML

/// What came of reading a fleet file.
package struct FleetReading: Sendable {
  /// nil if any problem is an error.
  package let fleet: Fleet?
  /// Everything that is wrong or doubtful, in the order of the file.
  package let problems: [FleetProblem]
  /// The lines of the file, and of those that it includes, by their paths.
  private let lines: [String: [String]]

  /// The lines of a file for excerpts, with the values of keys that name secrets blanked; none of a file that was not read.
  package func lines(of file: String) -> [String] { lines[file] ?? [] }

  /// The same, of which is found afterwards that its patches cannot be applied.
  package func failing(with problems: [FleetProblem]) -> FleetReading {
    FleetReading(fleet: nil, problems: problems.inOrder, lines: lines)
  }

  /// The same, of which is found afterwards that something about its patches is doubtful; what was told before is left out.
  package func doubting(_ problems: [FleetProblem]) -> FleetReading {
    FleetReading(fleet: fleet, problems: problems.inOrder, lines: lines)
  }

  /// The same without a fact that is told elsewhere.
  package func untold(_ fact: FleetFact) -> FleetReading {
    FleetReading(fleet: fleet, problems: problems.filter { $0.fact != fact }, lines: lines)
  }

  /// This and what came of reading the same file before, as one.
  package func joining(_ earlier: FleetReading?) -> FleetReading {
    FleetReading(
      fleet: fleet,
      problems: ((earlier?.problems ?? []) + problems).inOrder,
      lines: lines,
    )
  }

  /// What came of a file that was not read at all.
  package init(_ problem: FleetProblem) {
    self.init(fleet: nil, problems: [problem], lines: [:])
  }

  init(fleet: Fleet?, problems: [FleetProblem], lines: [String: [String]]) {
    self.fleet = fleet
    self.problems = problems
    self.lines = lines
  }
}

extension Fleet {
  /// The largest file that is read, in bytes.
  package static let sizeLimit = 1 << 20

  /// Reads a fleet file, completely: every problem is reported, not the first alone.
  ///
  /// `file` is the path as the person gave it; of versions that nobody mends any more it is told where `today` is given.
  package static func read(
    _ bytes: [UInt8],
    file: String,
    on today: CivilDay? = nil,
    _ inputs: FleetInputs = FleetInputs(),
  ) -> FleetReading {
    guard bytes.count <= sizeLimit else { return FleetReading(.tooLarge(file)) }
    var tree = FleetTree(inputs.files)
    guard let root = tree.root(bytes, file: file) else {
      return FleetReading(fleet: nil, problems: tree.problems.inOrder, lines: tree.lines)
    }
    let (fleet, problems) = meaning(of: FleetSource(root, on: today, inputs.environment), file)
    return FleetReading(fleet: fleet, problems: problems.inOrder, lines: tree.lines)
  }

  /// The fleet where nothing is wrong that keeps it from being one.
  private static func meaning(
    of source: FleetSource,
    _ file: String,
  ) -> (Fleet?, [FleetProblem]) {
    var check = ShapeCheck()
    check.check(source.root, .record(source.table), "the file", at: source.root.mark)
    let problems =
      source.replacements + check.problems + Rule.all.flatMap { $0.problems(source) }
    guard !problems.contains(where: { $0.severity == .error }) else { return (nil, problems) }
    do throws(SchemaGap) {
      var fleet = try Fleet(source.section, source.topology)
      fleet.patches.locate(in: source.root)
      return (fleet, problems)
    } catch {
      return (
        nil, problems + [FleetProblem(.document(.gap(key: error.key)), at: start(of: file))],
      )
    }
  }
}

extension Fleet {
  /// Where problems of the whole file stand.
  private static func start(of file: String) -> SourceMark {
    SourceMark(file: file, line: 1, column: 1)
  }
}

extension [FleetProblem] {
  /// Each once, those without a place first.
  ///
  /// What stands in the defaults is wrong for every cluster that has it from there, and is told once.
  fileprivate var inOrder: Self {
    var seen: Set<FleetProblem> = []
    return filter { seen.insert($0).inserted }.sorted { left, right in
      switch (left.mark, right.mark) {
      case (let left?, let right?): left < right
      case (nil, _?): true
      default: false
      }
    }
  }
}

extension FleetProblem {
  /// What is said of a file beyond `Fleet.sizeLimit`, which is not read.
  package static func tooLarge(_ file: String) -> FleetProblem {
    FleetProblem(.document(.tooLarge(file, limit: Fleet.sizeLimit)))
  }
}
