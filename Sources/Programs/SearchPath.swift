internal import FoundationEssentials

/// The folders in which a program is looked for by its name.
package struct SearchPath: Sendable {
  /// In their order; an empty one is none.
  package let folders: [String]

  /// - `first`: folders that come before those of the PATH.
  package init(_ environment: [String: String], first: [String] = []) {
    folders = first + (environment["PATH"] ?? "").split(separator: ":").map(String.init)
  }

  /// The path of the first file of that name that may be run; nil where there is none.
  package func program(_ name: String) -> String? {
    folders.lazy.map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
