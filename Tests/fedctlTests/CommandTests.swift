import Foundation
import JSON
import TestSupport
import Testing

@Suite struct CommandTests {
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

  @Test func `the version is one line on stdout`() throws {
    let outcome = try Fedctl("--version").run()
    #expect(outcome.status == 0)
    #expect(outcome.stdout.split(separator: "\n").count == 1)
  }
}
