import Foundation
import Testing

@testable import Fleet

/// Every rule is in a file of its name, and in the list that is checked.
@Suite struct RuleListTests {
  private static let sources = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Sources/Fleet").standardizedFileURL

  /// The names of the files in the folders called Rules, as a rule's name is written.
  private var files: Set<String> {
    let all = FileManager.default.enumerator(at: Self.sources, includingPropertiesForKeys: nil)
    let rules = (all?.compactMap { $0 as? URL } ?? []).filter {
      $0.pathExtension == "swift" && $0.deletingLastPathComponent().lastPathComponent == "Rules"
    }
    return Set(rules.map { $0.deletingPathExtension().lastPathComponent.lowercased() })
  }

  @Test func `the list has every rule that has a file, and no other`() throws {
    let text = try String(
      contentsOf: Self.sources.appending(path: "File/Rule.swift"),
      encoding: .utf8,
    )
    let list = try #require(text.firstRange(of: "let all: [Rule] = [")).upperBound
    let names = text[list...].prefix { $0 != "]" }.matches(of: /\.(\w+)/).map {
      String($0.output.1).lowercased()
    }
    #expect(Set(names) == files)
    #expect(names.count == Rule.all.count)
    #expect(Set(names).count == names.count)
  }
}
