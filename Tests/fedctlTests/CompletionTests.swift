import Foundation
import TestSupport
import Testing

/// What bash, the real one, offers for the last word of a line that somebody types.
@Suite(.waitsForPrograms) struct CompletionTests {
  private static let fleet = """
    topology: receive
    hub: {context: h, name: main}
    clusters:
      - {name: berlin}
      - {name: bern}
      - {name: oslo, platfor

    """

  /// In a folder with a fleet file, as far as somebody has written it, and others.
  private func offers(_ line: String...) throws -> Set<String> {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = [
      "fleet.yaml": Self.fleet.replacing(", platfor", with: "}"),
      "other.yaml": "clusters: [{name: paris}]", "wrong.yaml": Self.fleet, "notes.txt": "",
    ]
    for (name, text) in files {
      try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
    }
    let script = """
      cd "$1" && PATH="$2:$PATH" && shift 2
      . <(fedctl completion bash)
      COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMP_LINE="$*" COMP_POINT=${#COMP_LINE}
      _fedctl fedctl "${@: -1}" "${@: -2:1}"
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    let programs = Fedctl.binary().deletingLastPathComponent().path
    let output = try Tool.output(of: "bash", ["-c", script, "bash", folder.path, programs] + line)
    return Set(String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init))
  }

  @Test func `commands and options`() throws {
    #expect(try offers("fedctl", "pl") == ["plan"])
    #expect(try offers("fedctl", "plan", "--clu") == ["--cluster"])
    #expect(try offers("fedctl", "init", "--topology", "fed") == ["federate"])
  }

  @Test func `files, of the kind that an option takes`() throws {
    let offered = try offers("fedctl", "plan", "-f", "")
    #expect(offered == ["fleet.yaml", "other.yaml", "wrong.yaml"])
    #expect(try offers("fedctl", "apply", "--kubeconfig", "no") == ["notes.txt"])
  }

  @Test func `names of clusters, from the fleet file that the line names`() throws {
    #expect(try offers("fedctl", "plan", "--cluster", "") == ["main", "berlin", "bern", "oslo"])
    #expect(try offers("fedctl", "apply", "--cluster", "ber") == ["berlin", "bern"])
    #expect(try offers("fedctl", "teardown", "--cluster", "") == ["berlin", "bern", "oslo"])
    #expect(
      try offers("fedctl", "plan", "-f", "other.yaml", "--cluster", "") == ["paris"]
    )
  }

  @Test func `nothing is said of a file that cannot be read`() throws {
    #expect(try offers("fedctl", "plan", "-f", "wrong.yaml", "--cluster", "") == [])
    #expect(try offers("fedctl", "plan", "-f", "none.yaml", "--cluster", "") == [])
  }
}
