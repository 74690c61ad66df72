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
  /// The lines of the file for excerpts, with the values of keys that name secrets blanked.
  package let lines: [String]

  /// The same, of which is found afterwards that its patches cannot be applied.
  package func failing(with problems: [FleetProblem]) -> FleetReading {
    FleetReading(fleet: nil, problems: problems.inOrder, lines: lines)
  }

  /// The same, of which is found afterwards that something about its patches is doubtful; what was told before is left out.
  package func doubting(_ problems: [FleetProblem]) -> FleetReading {
    FleetReading(fleet: fleet, problems: problems.inOrder, lines: lines)
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
    self.init(fleet: nil, problems: [problem], lines: [])
  }

  init(fleet: Fleet?, problems: [FleetProblem], lines: [String]) {
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
  ) -> FleetReading {
    let lines = String(decoding: bytes.prefix(sizeLimit), as: UTF8.self)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { SecretWords.blanked(String($0)) }
    let (fleet, problems) = meaning(of: bytes, file: file, on: today)
    return FleetReading(fleet: fleet, problems: problems.inOrder, lines: lines)
  }

  /// The fleet where nothing is wrong that keeps it from being one.
  private static func meaning(
    of bytes: [UInt8],
    file: String,
    on today: CivilDay?,
  ) -> (Fleet?, [FleetProblem]) {
    guard bytes.count <= sizeLimit else { return (nil, [.tooLarge(file)]) }
    let root: Node?
    do throws(YAMLError) {
      root = try YAML.document(bytes, file: file)
    } catch {
      return (nil, [FleetProblem(.yaml(error), at: error.mark)])
    }
    guard let root, root.scalar?.json != .null else {
      return (nil, [FleetProblem(.document(.empty(file)))])
    }
    var check = ShapeCheck()
    let source = FleetSource(root, on: today)
    check.check(source.root, .record(source.table), "the file", at: root.mark)
    let problems = source.formerNames + check.problems + Rule.all.flatMap { $0.problems(source) }
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
