import Foundation
import Testing

/// What clusters and programs have of series, read from the tables beside this file.
enum Offers {
  /// OpenShift's minor releases, oldest first, each with the names of the series that its own
  /// monitoring offers.
  static func openShift() throws -> [(release: String, names: Set<String>)] {
    let lines = try table("openshift.tsv")
    let header = try #require(lines.first { $0.first == "releases" })
    let releases = header.dropFirst().flatMap { $0.split(separator: " ").map(String.init) }
    let last = releases.count - 1
    let spans = try lines.filter { $0.first != "releases" }.map { line in
      let from = try #require(releases.firstIndex(of: line[1]))
      let to = line.count > 2 ? try #require(releases.firstIndex(of: line[2])) : last
      return (name: line[0], span: from...to)
    }
    return releases.enumerated().map { index, release in
      (release, Set(spans.filter { $0.span.contains(index) }.map(\.name)))
    }
  }

  /// The series of the programs that a fleet runs, in the releases that it runs.
  static func programs() throws -> Set<String> {
    Set(try table("programs.tsv").compactMap(\.first))
  }

  /// Lines without comments, split at tabs.
  private static func table(_ name: String) throws -> [[String]] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: name)
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t").map(String.init) }
  }
}
