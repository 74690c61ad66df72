import Foundation
import JSON
import TestSupport
import Testing

@Suite(.waitsForPrograms) struct CommandTests {
  @Test func `init writes a file and does not overwrite it`() throws {
    let first = try Fedctl("init").run { folder in
      let text = try String(contentsOf: folder.appending(path: "fleet.yaml"), encoding: .utf8)
      #expect(try Fedctl("validate").file(text).run().status == 0)
    }
    #expect(first.status == 0)
    let second = try Fedctl("init").file("mine").run { folder in
      let text = try String(contentsOf: folder.appending(path: "fleet.yaml"), encoding: .utf8)
      #expect(text == "mine")
    }
    #expect(second.status == 1)
    #expect(second.stderr.contains("Use `--force` to overwrite it"))
    #expect(try Fedctl("init", "--force").file("mine").run().status == 0)
  }

  @Test func `schema prints JSON`() throws {
    let outcome = try Fedctl("schema").run()
    #expect(try JSON(parsing: outcome.stdout)["type"] == "object")
  }

  @Test func `the schema is small`() throws {
    #expect(try Fedctl("schema").run().stdout.utf8.count < 150_000)
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completion knows the commands`(shell: String) throws {
    let outcome = try Fedctl("completion", shell).run()
    #expect(outcome.status == 0)
    #expect(outcome.stdout.contains("validate"))
  }

  @Test func `wrong usage is status 64`() throws {
    #expect(try Fedctl("validate", "--bogus").run().status == 64)
    #expect(try Fedctl("init", "--topology", "star").run().status == 64)
  }

  /// The tests are built from a working tree, which is nobody's commit.
  @Test func `the version is one line on stdout, and says what it was built from`() throws {
    let outcome = try Fedctl("--version").run()
    #expect(outcome.status == 0)
    #expect(outcome.stdout.split(separator: "\n").count == 1)
    #expect(outcome.stdout.hasPrefix("fedctl "))
    #expect(outcome.stdout.hasSuffix(" (a development build)\n"))
  }

  @Test func `one command takes one fleet file`() throws {
    let outcome = try Fedctl("validate", "-f", "a.yaml", "--file", "b.yaml").run()
    #expect(outcome.status == 64)
    #expect(outcome.stderr.contains("--file is given 2 times, and one fleet has one file"))
  }

  @Test func `a kubeconfig that is missing is one error`() throws {
    let outcome = try Fedctl("plan").file(ExampleFleet.text)
      .environment("AWS_ACCESS_KEY_ID", "a").environment("AWS_SECRET_ACCESS_KEY", "b")
      .environment("KUBECONFIG", "/nonexistent/config").run()
    #expect(outcome.status == 1)
    #expect(
      outcome.stderr == """
        error: there is no kubeconfig, for /nonexistent/config does not exist; \
        name one with --kubeconfig or KUBECONFIG

        """
    )
  }

  @Test(
    arguments: [
      "schema >/dev/full", "schema >&-", "init -f a 2>/dev/full", "--version >/dev/full",
      "help plan >/dev/full",
    ]
  )
  func `output that cannot be written is a failure`(words: String) throws {
    #expect(try status(of: words) == 1)
  }

  /// Whoever reads the status of a plan would take what was cut off for the whole.
  @Test func `a plan that cannot be written has not told of its changes`() throws {
    let sandbox = try Sandbox()
    let plan = "plan --detailed-exitcode --kubeconfig \(sandbox.kubeconfig)"
    #expect(try status(of: "\(plan) >/dev/null") == 2)
    #expect(try status(of: "\(plan) >/dev/full") == 1)
  }

  /// How a shell's command ends that begins with our program, in a folder with the example.
  private func status(of words: String) throws -> Int32 {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(ExampleFleet.text.utf8).write(to: folder.appending(path: "fleet.yaml"))
    let keys = "AWS_ACCESS_KEY_ID=a AWS_SECRET_ACCESS_KEY=b"
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "\(keys) \(Fedctl.binary().path) \(words)"]
    process.currentDirectoryURL = folder
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  @Test func `status asks no bucket and needs no keys of one`() throws {
    let sandbox = try Sandbox()
    let outcome = try Fedctl("status").file(ExampleFleet.text)
      .environment("KUBECONFIG", sandbox.kubeconfig).run()
    #expect(outcome.status == 3)
    #expect(outcome.stdout.contains("hub  0 of "))
    #expect(outcome.stderr.isEmpty)
  }
}
