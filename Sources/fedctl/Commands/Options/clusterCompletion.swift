import ArgumentParser
import Fleet
import FoundationEssentials
import Operate
import Text
import YAML

extension CompletionKind {
  /// The names of the clusters, the hub's first, from the fleet file that the command line names.
  static var clusters: Self { .custom { words, _, _ in NamesOfFleet(fleetFile(in: words)).all } }

  /// The names of groups.
  static var groups: Self { .custom { words, _, _ in NamesOfFleet(fleetFile(in: words)).groups } }

  /// The keys of a fleet file, and the names of the clusters in the one that the command line names.
  static var keysAndClusters: Self {
    .custom { words, _, _ in Fleet.keyPaths + NamesOfFleet(fleetFile(in: words)).managed }
  }

  /// Without the hub's.
  static var managedClusters: Self {
    .custom { words, _, _ in NamesOfFleet(fleetFile(in: words)).managed }
  }
}

/// The fleet file that a command line names, of which somebody is still typing the rest.
///
/// Shells leave the `~` of a home to the program.
func fleetFile(in words: [String]) -> String {
  let next = words.lastIndex { $0 == "-f" || $0 == "--file" }.map { $0 + 1 }
  let joined = words.last { $0.begins(with: "--file=") }.map { String($0.dropFirst(7)) }
  let given = next.flatMap { words.indices.contains($0) ? words[$0] : nil } ?? joined ?? ""
  if given.isEmpty { return "fleet.yaml" }
  guard given.begins(with: "~/") else { return given }
  return (ProcessInfo.processInfo.environment["HOME"] ?? "~") + given.dropFirst(1)
}

/// The names of a fleet's clusters, as a file has them that may be wrong or half written.
///
/// Of a file that cannot be read there are none: nobody wants an error in the midst of what she types.
struct NamesOfFleet {
  private let root: Node?

  init(_ file: String) {
    let bytes = try? LocalFile.read(file, as: .fleetFile, limit: Fleet.sizeLimit)
    root = bytes.flatMap { Fleet.tree($0, file: file, FleetInputs(files: .local)) }
  }

  /// In the order of the file.
  var managed: [String] {
    (root?["clusters"]?.elements ?? []).compactMap { $0["name"]?.scalar?.text }
  }

  /// In the order of the file.
  var groups: [String] { (root?["groups"]?.pairs ?? []).map(\.key) }

  /// The hub first, which is called so where the file does not say otherwise.
  var all: [String] {
    guard let hub = root?["hub"] else { return managed }
    return [hub["name"]?.scalar?.text ?? "hub"] + managed
  }
}
