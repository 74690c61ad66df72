import Foundation
import Testing

/// A page of the handbook: README.md, or one below docs and examples.
struct Page: Sendable, CustomTestStringConvertible {
  /// From the root of the repository, as `docs/plans.md`.
  let path: String
  let blocks: [Block]
  /// What stands outside of blocks, a line each; within a block there are empty lines.
  let prose: [String]
  /// Numbers of lines that are a block only by their indent.
  let indentedBlocks: [Int]

  var testDescription: String { path }

  static let root = URL(filePath: #filePath).appending(path: "../../../..").standardized

  /// All pages, in the order of their paths.
  static let all: [String] = {
    let found = ["docs", "examples", "Benchmarks"].flatMap { folder in
      (try? FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path))?
        .map { "\(folder)/\($0)" } ?? []
    }
    return (found + ["README.md", "CHANGELOG.md"]).filter { $0.hasSuffix(".md") }.sorted()
  }()

  init(_ path: String) throws {
    let text = try String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
    self.init(path, text: text)
  }

  init(_ path: String, text: String) {
    var (blocks, prose, indented): ([Block], [String], [Int]) = ([], [], [])
    var open: Block?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if let block = open {
        if block.isClosed(by: line) {
          blocks.append(block)
          open = nil
        } else {
          open?.lines.append(String(line.dropFirst(block.indent)))
        }
      } else if let block = Block(opening: line, number: index + 1) {
        open = block
      } else {
        if line.hasPrefix("    "), prose.last == "" { indented.append(index + 1) }
        prose.append(String(line))
        continue
      }
      prose.append("")
    }
    (self.path, self.blocks, self.prose, indentedBlocks) = (path, blocks, prose, indented)
  }
}

extension Page {
  /// The example that a page stands beside.
  var example: String? {
    let parts = path.split(separator: "/")
    return parts.first == "examples" && parts.count == 3 ? String(parts[1]) : nil
  }

  /// A fenced block.
  ///
  /// The first word behind the fence is its language, which every reader of Markdown
  /// colours; the others are for the tests.
  struct Block: Sendable {
    let language: String
    let words: [String]
    let indent: Int
    /// The line of its opening fence, from 1.
    let number: Int
    var lines: [String] = []

    init?(opening line: Substring, number: Int) {
      let inner = line.drop { $0 == " " }
      guard inner.hasPrefix("```") else { return nil }
      let info = inner.drop { $0 == "`" }.split(separator: " ").map(String.init)
      (language, words) = (info.first ?? "", Array(info.dropFirst()))
      (indent, self.number) = (line.count - inner.count, number)
    }

    func isClosed(by line: Substring) -> Bool {
      line.drop { $0 == " " }.hasPrefix("```")
    }

    /// The value of a word `name=value`.
    func value(of name: String) -> String? {
      words.first { $0.hasPrefix("\(name)=") }.map { String($0.dropFirst(name.count + 1)) }
    }

    var text: String { lines.joined(separator: "\n") + "\n" }
    /// A shell's commands, or these with what they print.
    var isCommands: Bool { ["sh", "console"].contains(language) }
    /// It needs what a test has not, as clusters of somebody's: its commands are read and not run.
    var isRun: Bool { isCommands && !words.contains("unrun") }
    /// How the block's last command ends.
    var status: Int32 { value(of: "exit").flatMap(Int32.init) ?? 0 }

    /// The commands of a console, each with what the page says that it prints.
    var turns: [Turn] {
      var turns: [Turn] = []
      for line in lines {
        if line.hasPrefix("$ ") {
          turns.append(Turn(command: String(line.dropFirst(2))))
        } else if var last = turns.popLast() {
          if last.command.hasSuffix("\\") {
            last.command += "\n\(line)"
          } else {
            last.output.append(line)
          }
          turns.append(last)
        }
      }
      return turns
    }
  }

  struct Turn: Sendable {
    var command: String
    var output: [String] = []

    init(command: String) { self.command = command }
  }
}
