import ArgumentParser
import Foundation
import TestSupport
import Testing

@testable import fedctl
@testable import fedctl_sandbox

/// What the pages say is so: their commands run, their files are valid, their links lead somewhere.
@Suite(.waitsForPrograms)
struct PageTests {
  @Test(arguments: Page.all)
  func `blocks do what the page says`(_ path: String) throws {
    let page = try Page(path)
    let run = try PageRun(page)
    defer { try? FileManager.default.removeItem(at: run.folder) }
    for block in page.blocks {
      let faults = try run.faults(of: block)
      #expect(faults.isEmpty, "\(path):\(block.number): \(faults.joined(separator: "\n"))")
    }
  }

  @Test(arguments: Page.all.filter { $0 != "CHANGELOG.md" })
  func `each command that a page names is there, with its options`(_ path: String) throws {
    let page = try Page(path)
    let spans = page.prose.flatMap { $0.matches(of: /`([^`]+)`/).map { String($0.1) } }
    let texts = page.blocks.map { $0.text.replacing("\n$ ", with: "\n") } + spans
    for text in texts {
      for words in commands(of: "fedctl", in: text) {
        #expect(refusal(of: words, by: fedctl.Fedctl.self) == nil, "\(path): fedctl \(words)")
      }
      for words in commands(of: "fedctl-sandbox", in: text) {
        #expect(refusal(of: words, by: FedctlSandbox.self) == nil, "\(path): sandbox \(words)")
      }
    }
  }

  /// nil where the words can be parsed; asking for help and for the version are fine too.
  private func refusal(of words: [String], by command: (some ParsableCommand).Type) -> String? {
    // The name alone is no command.
    if words.isEmpty { return nil }
    do {
      _ = try command.parseAsRoot(words)
      return nil
    } catch {
      return command.exitCode(for: error).isSuccess ? nil : command.message(for: error)
    }
  }

  /// They would not be coloured, and no test would see them.
  @Test(arguments: Page.all.filter { !$0.hasPrefix("Benchmarks/") && $0 != "CHANGELOG.md" })
  func `blocks are fenced`(_ path: String) throws {
    let page = try Page(path)
    #expect(page.indentedBlocks.isEmpty, "\(path): lines \(page.indentedBlocks)")
  }

  @Test(arguments: Page.all)
  func `links lead somewhere`(_ path: String) throws {
    let page = try Page(path)
    for line in page.prose {
      for link in line.matches(of: /\]\(([^)\s]+)\)|(?:src|srcset|href)="([^"]+)"/) {
        let target = String(link.1 ?? link.2 ?? "")
        if target.contains("://") { continue }
        let problem = try page.problem(of: target)
        #expect(problem == nil, "\(path): \(target) \(problem ?? "")")
      }
    }
  }

  @Test func `troubleshooting names codes that there are, and quotes what is said`() throws {
    let codes = try Page("docs/codes.md").rows.map { $0.first ?? "" }
    let words = try said()
    let rows = try Page("docs/troubleshooting.md").rows
    #expect(rows.count > 50)
    for row in rows where row.count >= 3 {
      for code in row[0].quoted {
        #expect(codes.contains("`\(code)`"), "\(code)")
      }
      for part in row[1].quoted.flatMap({ $0.split(separator: "…") }) {
        let text = part.trimmingCharacters(in: .whitespaces.union(.punctuationCharacters))
        let isSaid = text.isEmpty || words.contains(text)
        #expect(isSaid, "\(row[0]): \(text)")
      }
    }
  }

  /// All sentences of fedctl, as their sources write them, on one line.
  private func said() throws -> String {
    let folder = Page.root.appending(path: "Sources/fedctl/Words")
    let files = try FileManager.default.contentsOfDirectory(
      at: folder,
      includingPropertiesForKeys: nil,
    )
    return try files.map { try String(contentsOf: $0, encoding: .utf8) }.joined()
      .replacing(/\\\n\s*|"\s*\+\s*"/, with: "")
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func `the versions that README names are the standard ones`() throws {
    let file = Page.root.appending(path: "Sources/Fleet/Versions/StandardVersions.swift")
    let standard = try String(contentsOf: file, encoding: .utf8)
    let rows = try Page("README.md").rows.filter { $0.count == 3 && $0[1].contains(/[0-9]\.[0-9]/) }
    #expect(rows.count >= 7)
    for row in rows where !row[0].hasPrefix("OpenShift") {
      for version in row[1].matches(of: /[a-z.-]*v?[0-9]+\.[0-9.]+[0-9]/).map({ String($0.0) }) {
        #expect(standard.contains("\(version)\""), "\(row[0]): \(version)")
      }
    }
  }

  @Test func `the picture of a fleet is what fedctl draws`() throws {
    let fleet = try ExampleFleet.text(of: "receive-openshift")
    let drawn = try TestSupport.Fedctl("graph", "-o", "svg").file(fleet).run().stdout
    let picture = Page.root.appending(path: "docs/images/fleet.svg")
    let kept = try String(contentsOf: picture, encoding: .utf8)
    #expect(drawn == kept, "make it anew by Scripts/pictures")
  }
}

extension Page {
  /// Why a link of the page leads nowhere; nil for one that leads to a file, and to a heading in it.
  fileprivate func problem(of link: String) throws -> String? {
    let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let folder = Self.root.appending(path: path).deletingLastPathComponent()
    let name = parts.first.map(String.init) ?? ""
    var file = name.isEmpty ? Self.root.appending(path: path) : folder.appending(path: name)
    guard FileManager.default.fileExists(atPath: file.path) else { return "is not there" }
    guard parts.count == 2, let anchor = parts.last else { return nil }
    // Of a folder, its page is what is shown.
    if !name.hasSuffix(".md"), !name.isEmpty { file.append(path: "README.md") }
    let text = try String(contentsOf: file, encoding: .utf8)
    return Page(name, text: text).anchors.contains(String(anchor)) ? nil : "has no such heading"
  }

  /// The cells of all tables below their heads, without the lines of dashes.
  fileprivate var rows: [[String]] {
    prose.filter { $0.hasPrefix("| `") || ($0.hasPrefix("| ") && $0.contains(/[0-9]\.[0-9]/)) }.map
    {
      line in
      line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }

  /// The headings as GitHub names them in links.
  private var anchors: [String] {
    prose.filter { $0.hasPrefix("#") }.map { line in
      line.drop { $0 == "#" }.trimmingCharacters(in: .whitespaces).lowercased()
        .filter { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" || $0 == " " }
        .replacing(" ", with: "-")
    }
  }
}

extension String {
  /// What stands in backquotes.
  fileprivate var quoted: [String] { matches(of: /`([^`]+)`/).map { String($0.1) } }
}
