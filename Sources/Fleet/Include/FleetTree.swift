import Facts
import JSON
import Text
package import YAML

/// Reads a fleet file and the files that it includes, and makes one tree of them.
///
/// Each part of the tree keeps the mark of the file that it is from.
struct FleetTree {
  /// Files within each other.
  private static let depth = 8
  /// Files in all, beside the fleet file.
  private static let count = 100

  private let files: IncludedFiles
  /// What keeps the tree from being whole.
  private(set) var problems: [FleetProblem] = []
  /// The lines of each file for excerpts, by its path, with the values of keys that name secrets blanked.
  private(set) var lines: [String: [String]] = [:]
  private var included: Set<String> = []
  private var size = 0

  init(_ files: IncludedFiles) { self.files = files }

  /// nil where anything keeps it from being whole: what a file lacks may stand in one that could not be read.
  mutating func root(_ bytes: [UInt8], file: String) -> Node? {
    size = bytes.count
    let root = document(bytes, file: file)
    if root == nil, problems.isEmpty {
      problems.append(FleetProblem(.document(.empty(file))))
    }
    let whole = root.map { including($0, within: [files.path(file, "")]) }
    return problems.isEmpty ? whole : nil
  }

  /// nil where nothing stands there, or it is no YAML, which is told.
  private mutating func document(_ bytes: [UInt8], file: String) -> Node? {
    lines[file] = String(decoding: bytes, as: UTF8.self)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { SecretWords.blanked(String($0)) }
    do throws(YAMLError) {
      let root = try YAML.document(bytes, file: file)
      return root?.scalar?.json == .null ? nil : root
    } catch {
      report(.yaml(error), error.mark)
      return nil
    }
  }

  /// A file's tree over those that it includes; `chain` leads from the fleet file to it.
  private mutating func including(_ root: Node, within chain: [String]) -> Node {
    guard let names = root[Key.include.name] else { return root }
    var check = ShapeCheck()
    check.check(names, Key.include.shape, Key.include.name, at: names.mark)
    problems += check.problems
    guard check.problems.isEmpty else { return root }
    var base: Node?
    for name in names.elements ?? [] {
      guard let file = file(name, within: chain) else { continue }
      base = base.map { file.merged(overFile: $0) } ?? file
    }
    return base.map { root.merged(overFile: $0) } ?? root
  }

  /// The tree of an included file; nil for one that is in it already, and for one that cannot be, which is told.
  private mutating func file(_ name: Node, within chain: [String]) -> Node? {
    let path = files.path(name.scalar?.text ?? "", chain.last ?? "")
    if let start = chain.firstIndex(of: path) {
      return refuse(.cycle(chain[start...] + [path]), name.mark)
    }
    guard !included.contains(path) else { return nil }
    guard chain.count <= Self.depth else { return refuse(.tooDeep(limit: Self.depth), name.mark) }
    guard included.count < Self.count else {
      return refuse(.tooMany(limit: Self.count), name.mark)
    }
    included.insert(path)
    switch files.read(path, Fleet.sizeLimit - size) {
    case .failure(let cause): return refuse(.unreadable(path, cause), name.mark)
    case .success(let bytes): return tree(of: bytes, path, name.mark, within: chain + [path])
    }
  }

  private mutating func tree(
    of bytes: [UInt8],
    _ path: String,
    _ mark: SourceMark,
    within chain: [String],
  ) -> Node? {
    size += bytes.count
    guard size <= Fleet.sizeLimit else {
      return refuse(.tooLarge(limit: Fleet.sizeLimit), mark)
    }
    let known = problems.count
    guard let root = document(bytes, file: path), root.pairs != nil else {
      return problems.count > known ? nil : refuse(.noKeys(path), mark)
    }
    return including(root, within: chain)
  }

  private mutating func refuse(_ problem: IncludeProblem, _ mark: SourceMark) -> Node? {
    report(.include(problem), mark)
    return nil
  }

  private mutating func report(_ fact: FleetFact, _ mark: SourceMark?) {
    problems.append(FleetProblem(fact, at: mark))
  }
}

extension Fleet {
  /// The tree of a fleet file with what it includes; nil where that cannot be read as a whole.
  ///
  /// For whoever needs no more than names: nothing in it has been held against the table.
  package static func tree(_ bytes: [UInt8], file: String, _ inputs: FleetInputs) -> Node? {
    guard bytes.count <= sizeLimit else { return nil }
    var tree = FleetTree(inputs.files)
    return tree.root(bytes, file: file)
  }
}
