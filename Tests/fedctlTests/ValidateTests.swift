import Foundation
import TestSupport
import Testing

@Suite(.waitsForPrograms) struct ValidateTests {
  private let starter = """
    apiVersion: fedctl.dev/v1alpha1
    kind: Fleet
    name: edge
    topology: receive
    platform: openshift
    bucket: {name: metrics, region: us-east-2}
    hub: {context: hub}
    clusters:
    - {name: cluster1, context: cluster1}

    """

  private func errors(_ bytes: some Sequence<UInt8>) throws -> String {
    let outcome = try Fedctl("validate").file(bytes).run()
    #expect(outcome.status == 1)
    #expect(outcome.stdout.isEmpty)
    return outcome.stderr
  }

  @Test func `validate warns by the day`() throws {
    let text = Sample.federate(cluster: "name: a, prometheus: {version: v3.5.5}").text
    func run(_ second: String) throws -> Fedctl.Outcome {
      try Fedctl("validate").file(text).environment("SOURCE_DATE_EPOCH", second).run()
    }
    #expect(try run("1795737600").stderr.hasPrefix("warning: version without fixes\n"))
    #expect(try run("1785000000").stderr.isEmpty)
    #expect(try run("1795737600").status == 0)
  }

  @Test func `a valid file is counted`() throws {
    let outcome = try Fedctl("validate").file(starter).run()
    #expect(
      outcome == .init(stdout: "fleet.yaml: valid (1 hub, 1 cluster)\n", stderr: "", status: 0)
    )
  }

  @Test func `a patch that no plan would take is refused in its line`() throws {
    let patches = """
      patches:
      - target: {kind: Deployment, name: graphana}
        merge: {spec: {replicas: 2}}
      - target: {kind: Secret, name: store-s3-credentials}
        merge:
          metadata: {labels: {a: b}}
          data:
            store-s3-secret.yaml: bWluZQ==

      """
    let expected = """
      error: patch matches nothing
        --> fleet.yaml:11:11
         |
      11 | - target: {kind: Deployment, name: graphana}
         |           ^
        This fleet has no Deployment named graphana.
        help: `fedctl render` lists what there is, once the patch is out of the file.

      error: patch cannot be applied
        --> fleet.yaml:17:7
         |
      17 |       store-s3-secret.yaml: bWluZQ==
         |       ^^^^^^^^^^^^^^^^^^^^
        It changes `data["store-s3-secret.yaml"]` of hub: Secret thanos/store-s3-credentials, which fedctl fills during apply.
        help: Take the field out of the patch.

      fleet.yaml: 2 errors

      """
    #expect(try errors((starter + patches).utf8) == expected)
    let render = try Fedctl("render").file(starter + patches).run()
    #expect(render.stderr == expected)
    #expect(render.status == 1)
  }

  @Test(arguments: ["{expr: rate(up[5m])}", "{expr: up{job=a} == 0}", "[up{job=a}]"])
  func `PromQL without quotes within braces or brackets is told to get them`(_ value: String) throws
  {
    let told = try errors("kind: Fleet\nrules: \(value)\n".utf8)
    #expect(told.contains("Reading stopped here: did not find expected ',' or"), "\(told)")
    #expect(told.contains("  help: Put text with brackets, braces or commas in quotes"), "\(told)")
  }

  @Test func `a misspelt key is shown in its line`() throws {
    let text = starter.replacing("{context: hub}", with: "{context: hub, grafanna: {}}")
    #expect(
      try errors(text.utf8) == """
        error: unknown key
          --> fleet.yaml:7:21
          |
        7 | hub: {context: hub, grafanna: {}}
          |                     ^^^^^^^^
          `grafanna` is not a key of the hub.
          help: Did you mean `grafana`?

        fleet.yaml: 1 error

        """
    )
  }

  @Test func `a secret in the file is refused and not repeated`() throws {
    let text = starter.replacing("us-east-2}", with: "us-east-2, x: 1, secretKey: CANARY12345}")
    let stderr = try errors(text.utf8)
    #expect(stderr.contains("error: secret in the file"))
    #expect(stderr.contains("error: unknown key"))
    #expect(!stderr.contains("CANARY"))
  }

  @Test func `escape sequences do not reach the terminal`() throws {
    let text = starter.replacing("name: edge", with: "name: \"\\e[31mred\"")
    #expect(try !errors(text.utf8).contains("\u{1B}"))
  }

  @Test func `a file of 50 MB is refused without reading it`() throws {
    let outcome = try Fedctl("validate").sparseFile(size: 50 << 20).run()
    #expect(
      outcome.stderr == """
        error: file too large
          `fleet.yaml` has more than 1048576 bytes, which no fleet needs.
          help: Check that this is the file you meant.

        fleet.yaml: 1 error

        """
    )
  }

  @Test func `what has no size is read no further than the limit`() throws {
    let outcome = try Fedctl("validate", "-f", "/dev/zero").run()
    #expect(outcome.status == 1)
    #expect(outcome.stderr.hasPrefix("error: file too large\n"))
  }

  @Test func `a key of 500 kB is named in a few lines`() throws {
    let key = String(repeating: "a", count: 500_000)
    let stderr = try errors("? \(key)\n: x\n".utf8)
    #expect(stderr.contains("error: unknown key"))
    #expect(stderr.utf8.count < 10_000)
  }

  @Test func `aliases that stand for too much are refused`() throws {
    let levels = (1...9).map { level in
      "- &a\(level) [\(Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ","))]"
    }
    let bomb = (["- &a0 x"] + levels).joined(separator: "\n")
    #expect(try errors(bomb.utf8).hasPrefix("error: too many aliases\n  --> fleet.yaml:"))
  }

  @Test(
    arguments: [
      ([], "error: empty file"), ([0x00, 0x01], "error: not a text file"),
      ([0x61, 0xFF], "error: not a text file"),
    ] as [([UInt8], String)]
  )
  func `what is no fleet file ends in a clear error`(bytes: [UInt8], summary: String) throws {
    #expect(try errors(bytes).hasPrefix(summary + "\n"))
  }

  @Test(arguments: ["[", "- ", "{a: "])
  func `10,000 levels are refused`(opening: String) throws {
    let text = String(repeating: opening, count: 10_000)
    #expect(try errors(text.utf8).hasPrefix("error: nested too deeply\n"))
  }

  @Test func `a missing file says how to begin`() throws {
    #expect(
      try Fedctl("validate").run().stderr == """
        error: cannot read the file
          `fleet.yaml`: There is no such file.
          help: Run `fedctl init` to write one, or name it with `--file`.

        fleet.yaml: 1 error

        """
    )
  }

  @Test func `a match file that is missing is named`() throws {
    let fleet = """
      apiVersion: fedctl.dev/v1alpha1
      kind: Fleet
      name: edge
      topology: collector
      platform: openshift
      bucket: {name: metrics, region: us-east-2}
      hub: {context: hub}
      clusters:
      - {name: cluster1, context: cluster1, collector: {image: 'a:1', matchFile: metrics.txt}}

      """
    #expect(
      try Fedctl("validate").file(fleet.utf8).run().stderr == """
        error: cannot read the file
          `metrics.txt`: There is no such file.
          help: Name it in `collector.matchFile` as it is from the fleet file's folder.

        """
    )
  }

  @Test func `a file of rules that is missing is named`() throws {
    let fleet = Sample.receive(cluster: "mode: operator, rules: {files: [shop.yaml]}").text
    #expect(
      try Fedctl("validate").file(fleet.utf8).run().stderr == """
        error: cannot read the file
          `shop.yaml`: There is no such file.
          help: Name it in `rules.files` as it is from the fleet file's folder.

        """
    )
  }

  @Test func `dashboards of a folder are read, and what is wrong with one is told`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    let boards = folder.appending(path: "boards")
    try FileManager.default.createDirectory(at: boards, withIntermediateDirectories: true)
    let fleet = Sample.federate(hub: "grafana: {dashboards: [boards]}").text
    try Data(fleet.utf8).write(to: folder.appending(path: "fleet.yaml"))
    let path = folder.appending(path: "fleet.yaml").path()
    #expect(try Fedctl("validate", "-f", path).run().stderr.contains("`boards` has no file"))
    for name in ["a.json", "b.json", ".c.json", "d.txt"] {
      try Data(#"{"title": "A", "uid": "a"}"#.utf8).write(to: boards.appending(path: name))
    }
    let outcome = try Fedctl("validate", "-f", path).run()
    #expect(outcome.status == 1)
    #expect(outcome.stderr.contains("boards/b.json:1:1"), "\(outcome.stderr)")
    #expect(outcome.stderr.contains("`boards/a.json` has the uid `a`, too."))
  }

  @Test func `a folder is no file`() throws {
    let outcome = try Fedctl("validate", "-f", ".").run()
    #expect(outcome.status == 1)
    #expect(outcome.stderr.contains("`.`: It is a folder."))
  }

  @Test func `a patch that loses elements of a list is warned of, and one that changes nothing`()
    throws
  {
    let patches = """
      patches:
      - target: {kind: Deployment, name: grafana}
        type: merge
        merge:
          spec: {template: {spec: {containers: [{name: grafana}]}}}
      - target: {kind: Route, cluster: "h*"}
        merge: {kind: Route}

      """
    let expected = """
      warning: patch loses elements of a list
        --> fleet.yaml:14:30
         |
      14 |     spec: {template: {spec: {containers: [{name: grafana}]}}}
         |                              ^^^^^^^^^^
        It replaces `spec.template.spec.containers` of hub: Deployment thanos/grafana, without 2 elements of it.
        help: A patch of type `strategic` merges lists by their keys; where a list has none, `ops` adds to it. If all others shall go, say so with `$patch: replace` as the list's first element.

      warning: patch changes nothing
        --> fleet.yaml:15:11
         |
      15 | - target: {kind: Route, cluster: "h*"}
         |           ^
        Every Route on cluster h* is already as the patch wants it.
        help: Take the patch out, or see `fedctl render` for what its fields are called.


      """
    let outcome = try Fedctl("validate").file(starter + patches).run()
    #expect(outcome.status == 0)
    #expect(outcome.stderr == expected)
  }

  @Test func `one variable and one proxy more take nothing else out of what is rendered`() throws {
    let patches = """
      patches:
      - target: {kind: StatefulSet, name: thanos-receive}
        merge: {spec: {template: {spec: {containers: [{name: thanos-receive, env: [{name: P, value: x}]}]}}}}
      - target: {kind: Prometheus}
        merge: {spec: {remoteWrite: [{proxyUrl: "http://proxy:3128"}]}}

      """
    let fleet = starter.replacing("context: cluster1}", with: "context: cluster1, mode: operator}")
    let before = try Fedctl("render").file(fleet).run().stdout.split(separator: "\n")
    let after = try Fedctl("render").file(fleet + patches).run().stdout.split(separator: "\n")
    let changes = after.difference(from: before)
    #expect(changes.removals.isEmpty)
    let added = changes.insertions.map { change -> String in
      guard case .insert(_, let line, _) = change else { return "" }
      return String(line.drop { $0 == " " })
    }
    #expect(Set(added) == ["- name: P", "value: x", "proxyUrl: http://proxy:3128"])
  }
}
