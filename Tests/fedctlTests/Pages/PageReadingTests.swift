import TestSupport
import Testing

/// The test of pages sees what is broken in one.
@Suite(.waitsForPrograms)
struct PageReadingTests {
  private func faults(of text: String) throws -> [String] {
    let page = Page("page.md", text: text)
    let run = try PageRun(page)
    return try page.blocks.flatMap(run.faults)
  }

  private let fleet = """
    ```yaml
    kind: Fleet
    apiVersion: fedctl.dev/v1alpha1
    name: pages
    topology: federate
    platform: kubernetes
    hub: {context: hub}
    clusters: [{name: cluster1, context: cluster1}]
    ```

    """

  @Test func `a page on which all is well has no fault`() throws {
    let text = """
      ```yaml
      hub: {prometheus: {retention: 3d}}
      ```
      ```sh
      export WORD=kept
      ```
      ```console
      $ echo "one $WORD"; echo between; echo 127.0.0.1:80
      one kept
      127.0.0.1:8…
      ```
      ```sh exit=3
      exit 3
      ```
      ```sh unrun
      false
      ```
      """
    #expect(try faults(of: fleet + text) == [])
  }

  @Test(
    arguments: [
      "```sh\nfalse\n```", "```sh exit=3\ntrue\n```", "```console\n$ echo a\nb\n```",
      "```console\n$ printf 'a\\nb\\n'\nb\na\n```", "```console\n$ echo abc\na…d\n```",
      "```console\n$ false\n```", "```yaml\nkind: Fleet\n```", "```yaml\nhub: {contxt: a}\n```",
      "```yaml in=receive-openshift\nhub: {prometheus: {}}\n```",
    ]
  )
  func `what is not so is a fault`(_ block: String) throws {
    #expect(try !faults(of: fleet + block).isEmpty)
  }

  @Test func `commands are found where a reader sees them`() {
    let text = """
      $ A=b fedctl plan -f 'a b' | tee x   # fedctl none
      script: fedctl apply plan.json --yes > out 2>&1
      if ! fedctl status >/dev/null; then echo fedctl; fi
      make the fedctl better
      """
    #expect(
      commands(of: "fedctl", in: text) == [
        ["plan", "-f", "a b"], ["apply", "plan.json", "--yes"], ["status"],
      ]
    )
    #expect(commands(of: "fedctl", in: "fedctl apply --canary N") == [["apply", "--canary", "1"]])
  }
}
