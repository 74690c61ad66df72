import Foundation
import TestSupport
import Testing

/// The files of `examples/ci`, before anything runs them.
@Suite(.waitsForPrograms)
struct PipelineFileTests {
  private static let folder = URL(filePath: #filePath)
    .appending(path: "../../../examples/ci").standardized

  /// Files below the folder whose name ends so, by their paths.
  private static func files(_ end: String) throws -> [String] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return paths.filter { $0.hasSuffix(end) }.map { folder.appending(path: $0).path }.sorted()
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test(
    .enabled(if: Tool.path("check-jsonschema") != nil, "make setup installs the schemas"),
    arguments: [
      ("github-workflows", "github/workflows/fedctl-change.yml"),
      ("github-workflows", "github/workflows/fedctl-main.yml"),
      ("github-workflows", "github/workflows/fedctl-drift.yml"),
      ("github-workflows", "github/workflows/fedctl-usage.yml"),
      ("github-actions", "github/action.yml"), ("gitlab-ci", "gitlab/fedctl.gitlab-ci.yml"),
    ],
  )
  func `the systems' own schemas take their files`(schema: String, file: String) throws {
    let transform = schema == "gitlab-ci" ? ["--data-transform", "gitlab-ci"] : []
    _ = try Tool.output(
      of: "check-jsonschema",
      ["--builtin-schema", "vendor.\(schema)"] + transform
        + [Self.folder.appending(path: file).path],
    )
  }

  @Test(.enabled(if: Tool.path("zizmor") != nil, "make setup installs zizmor"))
  func `an auditor of workflows finds nothing that an attacker could use`() throws {
    let files = try Self.files(".yml").filter { $0.contains("/github/") }
    #expect(files.count == 5)
    _ = try Tool.output(of: "zizmor", ["--offline", "--quiet", "--min-severity=medium"] + files)
  }

  @Test(.enabled(if: Tool.path("shellcheck") != nil, "make setup installs shellcheck"))
  func `shellcheck finds nothing in the scripts`() throws {
    let scripts = try Self.files(".sh")
    #expect(scripts.count >= 10)
    _ = try Tool.output(
      of: "shellcheck",
      ["--external-sources", "--source-path=SCRIPTDIR"] + scripts,
    )
  }

  @Test func `no command is ever printed, and no text of others gets into one`() throws {
    for path in try Self.files(".sh") {
      let lines = try text(path).split(separator: "\n")
      #expect(!lines.contains { $0.contains(/\bset\s+-\w*x/) }, "\(path)")
      #expect(
        lines.contains { $0.contains("settings.sh") || $0 == "set +x" || $0.contains("shell=sh") },
        "\(path)",
      )
    }
    // Settings go into a step's environment and never into its script.
    let step = /(?m)^( *)(?:- )?(?:run|script): (.*\n(?:\1 +.*\n|\n)*)/
    let steps = try (Self.files(".yml") + Self.files(".yaml")).flatMap { path in
      try text(path).matches(of: step).map { String($0.2) }
    }
    #expect(steps.count >= 9)
    for step in steps { #expect(!step.contains("${{") && !step.contains("$(params."), "\(step)") }
  }

  @Test func `a workflow takes no right that it does not name, and no action that may change`()
    throws
  {
    for path in try Self.files(".yml") where path.contains("/github/") {
      let text = try text(path)
      #expect(!text.contains("pull_request_target:"), "\(path)")
      for use in text.matches(of: /uses: (\S+)(.*)/) where !use.1.hasPrefix("./") {
        #expect(use.1.contains(/@[0-9a-f]{40}$/), "\(path): \(use.0)")
        #expect(use.2.contains(/# v\d+\.\d+\.\d+$/), "\(path): \(use.0)")
      }
      guard path.contains("/workflows/") else { continue }
      #expect(text.contains("\npermissions: {}\n") && text.contains("\nconcurrency:\n"), "\(path)")
      #expect(!text.contains("contents: write") && !text.contains("secrets: inherit"), "\(path)")
    }
  }

  /// Installs what `release` names, in a folder of its own.
  private func install(url: String, sha256: String) throws -> Fedctl.Outcome {
    let folder = FileManager.default.temporaryDirectory.appending(path: "install-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.copyItem(at: Self.folder, to: folder)
    try "url=\(url)\nsha256=\(sha256)\n".write(
      to: folder.appending(path: "release"),
      atomically: true,
      encoding: .utf8,
    )
    return try Command.run("sh", ["-c", "cd \(folder.path) && sh install.sh"], environment: [:])
  }

  @Test func `only the fedctl that the repository names is installed`() throws {
    let binary = Fedctl.binary().path
    let sum = try Tool.output(of: "sh", ["-c", "sha256sum <\(binary) | cut -d ' ' -f 1"])
    let digest = String(decoding: sum, as: UTF8.self).trimmingCharacters(in: .newlines)
    let right = try install(url: "file://\(binary)", sha256: digest)
    #expect(right.status == 0 && right.stderr.contains("fedctl-ci: fedctl 0."), "\(right.stderr)")
    let wrong = try install(url: "file://\(binary)", sha256: String(digest.reversed()))
    #expect(wrong.status == 1)
    #expect(wrong.stderr.hasSuffix("has another sum than the file release says\n"))
    #expect(try install(url: "file://\(binary)", sha256: "").status == 64)
  }
}
