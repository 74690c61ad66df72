package import Diagnostics
import Facts
import JSON
import YAML

/// What came of reading a fleet file.
package struct FleetReading: Sendable {
  /// nil if any diagnostic is an error.
  package let fleet: Fleet?
  /// Everything that is wrong or doubtful, in the order of the file.
  package let diagnostics: [Diagnostic]
  /// The lines of the file for excerpts, with the values of keys that name secrets blanked.
  package let lines: [String]

  /// What came of a file that could not be read at all.
  package init(_ problem: Diagnostic) {
    self.init(fleet: nil, diagnostics: [problem], lines: [])
  }

  init(fleet: Fleet?, diagnostics: [Diagnostic], lines: [String]) {
    self.fleet = fleet
    self.diagnostics = diagnostics
    self.lines = lines
  }
}

extension Fleet {
  /// The largest file that is read, in bytes.
  package static let sizeLimit = 1 << 20

  /// Reads a fleet file, completely: every problem is reported, not the first alone.
  ///
  /// `file` is the path as the person gave it.
  package static func read(_ bytes: [UInt8], file: String) -> FleetReading {
    let lines = String(decoding: bytes.prefix(sizeLimit), as: UTF8.self)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { SecretWords.blanked(String($0)) }
    let (fleet, diagnostics) = meaning(of: bytes, file: file)
    return FleetReading(fleet: fleet, diagnostics: diagnostics.sortedByPlace, lines: lines)
  }

  private static func meaning(of bytes: [UInt8], file: String) -> (Fleet?, [Diagnostic]) {
    guard bytes.count <= sizeLimit else { return (nil, [.fileTooLarge(file)]) }
    let root: Node?
    do throws(YAMLError) {
      root = try YAML.document(bytes, file: file)
    } catch {
      return (nil, [error.diagnostic])
    }
    guard let root, root.scalar?.json != .null else { return (nil, [.emptyFile(file)]) }
    var check = ShapeCheck()
    let source = FleetSource(root)
    check.check(root, .record(source.table), "the file", at: root.mark)
    let problems = check.problems + Rule.all.flatMap { $0.problems(source) }
    guard !problems.contains(where: { $0.severity == .error }) else { return (nil, problems) }
    do throws(SchemaGap) {
      return (try Fleet(source.section, source.topology), problems)
    } catch {
      return (nil, problems + [.schemaGap(error, file: file)])
    }
  }
}

extension [Diagnostic] {
  fileprivate var sortedByPlace: Self {
    sorted { left, right in
      switch (left.mark, right.mark) {
      case (let left?, let right?): left < right
      case (nil, _?): true
      default: false
      }
    }
  }
}

extension Diagnostic {
  private static func start(of file: String) -> SourceMark {
    SourceMark(file: file, line: 1, column: 1)
  }

  package static func fileTooLarge(_ file: String) -> Diagnostic {
    Diagnostic(
      .error,
      "file too large",
      detail: "`\(file)` has more than \(Fleet.sizeLimit) bytes, which no fleet needs.",
      remedy: "Check that this is the file you meant.",
    )
  }

  fileprivate static func emptyFile(_ file: String) -> Diagnostic {
    Diagnostic(
      .error,
      "empty file",
      detail: "`\(file)` describes no fleet.",
      remedy: "Run `fedctl init` to write a starter file.",
    )
  }

  fileprivate static func schemaGap(_ gap: SchemaGap, file: String) -> Diagnostic {
    Diagnostic(
      .error,
      "mistake in fedctl",
      detail: "The key `\(gap.key)` was checked but could not be read.",
      remedy: "Please report it together with the file.",
      at: start(of: file),
    )
  }
}
