import Facts
import Fleet
import Foundation
import JSON
import TestSupport
import YAML

/// Reads a page as somebody who types what stands there, in a folder of its own beside a sandbox.
///
/// | fence | what is done |
/// |---|---|
/// | `sh` | the block is run; it ends well, or as `exit=3` says |
/// | `console` | what follows `$ ` is run; the lines below it are printed, in that order, with others between |
/// | `sh unrun`, `console unrun` | needs what is not there, as somebody's clusters: each command of fedctl must exist, with its options |
/// | `yaml` with `kind: Fleet` | a fleet file: valid, and the page's `fleet.yaml` from there on, or what `file=` names |
/// | `yaml` | a part of one: valid within the page's, or that of an example that `in=` names; `without=hub.ingress` takes a key away first |
/// | `yaml other`, anything else | nothing |
///
/// In what a console prints, `…` is any text, and of addresses, uids and times only the form counts.
struct PageRun {
  let page: Page
  let folder: URL
  private let sandbox: Sandbox?

  init(_ page: Page) throws {
    self.page = page
    folder = FileManager.default.temporaryDirectory.appending(path: "page-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in ["docs", "examples"] {
      let target = Page.root.appending(path: name)
      try FileManager.default.createSymbolicLink(
        at: folder.appending(path: name),
        withDestinationURL: target,
      )
    }
    let runs = page.blocks.contains { $0.isRun && $0.text.contains("fedctl") }
    sandbox = runs ? try Sandbox("--prometheus-operator") : nil
    if let sandbox {
      let file = URL(filePath: sandbox.kubeconfig)
      let link = folder.appending(path: "sandbox.kubeconfig")
      try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
    }
  }

  /// What is wrong with a block, a line each; nothing where it is as the page says.
  func faults(of block: Page.Block) throws -> [String] {
    switch block.language {
    case "sh" where block.isRun: try faults(ofScript: block)
    case "console" where block.isRun: try faults(ofConsole: block)
    case "yaml" where !block.words.contains("other"): try faults(ofFile: block)
    default: []
    }
  }

  private func faults(ofScript block: Page.Block) throws -> [String] {
    let outcome = try shell(block.text)
    guard outcome.status != block.status else { return [] }
    return ["exit status \(outcome.status), not \(block.status):\n\(outcome.stdout)"]
  }

  private func faults(ofConsole block: Page.Block) throws -> [String] {
    let turns = block.turns
    return try turns.enumerated().flatMap { (index, turn) -> [String] in
      let outcome = try shell(turn.command)
      let status = index == turns.count - 1 ? block.status : 0
      var faults = missing(turn.output, in: outcome.stdout)
      if outcome.status != status { faults.append("exit status \(outcome.status), not \(status)") }
      return faults.isEmpty ? [] : ["$ \(turn.command)"] + faults + ["in:\n\(outcome.stdout)"]
    }
  }

  private func faults(ofFile block: Page.Block) throws -> [String] {
    let isWhole = block.text.contains("kind: Fleet")
    let text = isWhole ? block.text : try completed(block)
    if isWhole {
      let name = block.value(of: "file") ?? "fleet.yaml"
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    let reading = Fleet.read(Array(text.utf8), file: page.path)
    let problems = reading.problems.filter { $0.severity == .error }
    return problems.map { "\($0.fact)" } + (problems.isEmpty ? [] : ["in:\n\(text)"])
  }

  /// A part of a fleet file within a whole one.
  private func completed(_ block: Page.Block) throws -> String {
    let base =
      try (block.value(of: "in") ?? page.example).map(ExampleFleet.text)
      ?? String(contentsOf: folder.appending(path: "fleet.yaml"), encoding: .utf8)
    let part = try YAML.document(Array(block.text.utf8), file: page.path)?.json ?? .null
    let whole = try YAML.document(Array(base.utf8), file: "base")?.json ?? .null
    let paths = block.value(of: "without")?.split(separator: ",") ?? []
    let rest = paths.reduce(whole) { $0.without($1.split(separator: ".").map(String.init)) }
    return part.set(into: rest).text()
  }

  /// Runs a script as bash does that stops at the first failure; what it exports is there for the next one.
  private func shell(_ script: String) throws -> Fedctl.Outcome {
    let kept = ".environment"
    let whole = """
      cd '\(folder.path)'
      [ ! -f \(kept) ] || . ./\(kept)
      trap 'export -p >'\(kept) EXIT
      exec 2>&1
      \(script)
      """
    let tools = Page.root.appending(path: ".build/tools").path
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return try Command.run(
      "bash",
      ["-e", "-o", "pipefail", "-c", whole],
      environment: [
        "PATH": "\(Fedctl.binary().deletingLastPathComponent().path):\(tools):\(path)",
        "HOME": folder.path, "NO_COLOR": "1", "SOURCE_DATE_EPOCH": "1795737600",
        "KUBECONFIG": sandbox?.kubeconfig ?? "/nonexistent",
        "AWS_ACCESS_KEY_ID": "page", "AWS_SECRET_ACCESS_KEY": "page",
      ],
    )
  }
}

/// The expected lines that do not come, each after the one before.
private func missing(_ expected: [String], in output: String) -> [String] {
  var rest = output.split(separator: "\n").map(plain)[...]
  return expected.map(plain).filter { line in
    guard !line.isEmpty, line != "…" else { return false }
    guard let place = rest.firstIndex(where: { line.matches($0) }) else { return true }
    rest = rest[(place + 1)...]
    return false
  }
  .map { "not printed, or not there: \($0)" }
}

/// A line in which what differs from run to run is alike, and spaces are single.
private func plain(_ line: some StringProtocol) -> String {
  String(line)
    .replacing(/127\.0\.0\.1:[0-9]+/, with: "127.0.0.1:PORT")
    .replacing(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/, with: "UID")
    .replacing(/\b[0-9]+ (ms|s|min)\b/, with: "TIME")
    .split(separator: " ").joined(separator: " ")
}

extension String {
  /// Whether another text is this one with something in place of each `…`.
  fileprivate func matches(_ text: String) -> Bool {
    let parts = split(separator: "…", omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 1 else { return self == text }
    guard let first = parts.first, let last = parts.last, text.hasPrefix(first) else {
      return false
    }
    var rest = text.dropFirst(first.count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let range = rest.range(of: part) else { return false }
      rest = rest[range.upperBound...]
    }
    return rest.hasSuffix(last)
  }
}

extension JSON {
  /// Mappings are merged, and so are elements of one name; everything else takes the place of what was there.
  fileprivate func set(into base: JSON?) -> JSON {
    switch (self, base) {
    case (.object(let mine), .object(var result)?):
      for member in mine { result[member.key] = member.value.set(into: result[member.key]) }
      return .object(result)
    case (.array(let mine), .array(let others)?) where mine.allSatisfy { $0["name"] != nil }:
      let names = mine.map { $0["name"] }
      return .array(
        mine.map { element in element.set(into: others.first { $0["name"] == element["name"] }) }
          + others.filter { !names.contains($0["name"]) }
      )
    default: return self
    }
  }

  /// Without what is at a path of keys, in each element of a list.
  fileprivate func without(_ path: [String]) -> JSON {
    if case .array(let elements) = self { return .array(elements.map { $0.without(path) }) }
    guard let key = path.first, case .object(var members) = self else { return self }
    members[key] = path.count == 1 ? nil : members[key]?.without(Array(path.dropFirst()))
    return .object(members)
  }
}
