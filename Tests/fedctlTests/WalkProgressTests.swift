import Objects
import Testing

@testable import fedctl

/// What a terminal shows while a plan is applied, and what a log is told.
struct WalkProgressTests {
  private func object(_ cluster: String, _ name: String) -> ObjectReference {
    ObjectReference(cluster: cluster, .deployment, namespace: "n", name: name)
  }

  /// Nine objects with which something is done.
  private var objects: Set<ObjectReference> {
    Set((1...5).map { object("z", "\($0)") })
      .union([object("a", "old"), object("a", "new"), object("bb", "x"), object("c", "x")])
  }

  private func progress() -> WalkProgress {
    var progress = WalkProgress("Applying f", objects: objects)
    progress.note(object("a", "old"), "0 of 2 pods", at: .seconds(1))
    progress.note(object("a", "new"), "being applied", at: .seconds(50))
    progress.note(object("bb", "x"), "being applied", at: .seconds(60))
    progress.note(object("c", "x"), "being applied", at: .seconds(60))
    progress.end(object("c", "x"), at: .seconds(75))
    return progress
  }

  @Test func `a line for each cluster, with what it waits for longest`() {
    #expect(
      progress().lines(at: .seconds(134), height: 10) == [
        "Applying f  2 m 14 s  1/9",
        "  a   2 m 13 s  Deployment n/old: 0 of 2 pods",
        "  bb  1 m 14 s  Deployment n/x: being applied",
      ]
    )
  }

  @Test func `what does not fit is counted`() {
    #expect(
      progress().lines(at: .seconds(61), height: 2) == [
        "Applying f  1 m 1 s  1/9", "  2 more clusters under way",
      ]
    )
  }

  @Test func `a log is told what has been waited for longest, and what took its time`() {
    #expect(
      progress().heartbeat(at: .seconds(90)) == """
        [1 m 30 s elapsed] 1 of 9 done; waiting for a: Deployment n/old: 0 of 2 pods, a: Deployment \
        n/new: being applied, bb: Deployment n/x: being applied
        """
    )
    #expect(progress().slowest(3, least: .seconds(10)).map(\.object) == [object("c", "x")])
  }
}

/// Objects that stay as they are, and are waited for all the same.
struct WalkProgressOfOthersTests {
  @Test func `no more is done than there is to do`() {
    let object = ObjectReference(cluster: "a", .deployment, namespace: "n", name: "x")
    var progress = WalkProgress("Applying f", objects: [])
    progress.note(object, "0 of 2 pods", at: .zero)
    progress.end(object, at: .seconds(30))
    #expect(progress.heartbeat(at: .seconds(30)) == "[30 s elapsed] 1 of 1 done")
  }
}

/// What a terminal shows while the clusters are looked at.
struct LookProgressTests {
  @Test func `how much was asked, of whom, and for how long, not more often than one can read`() {
    let look = LookProgress()
    #expect(look.line("a", isAnswered: true, at: .zero) == "Looking: 1 request, 1 cluster, 0 s")
    #expect(look.line("b", isAnswered: false, at: .milliseconds(199)) == nil)
    #expect(
      look.line("c", isAnswered: true, at: .seconds(3)) == "Looking: 3 requests, 2 clusters, 3 s"
    )
  }
}

/// Lines that are written over, on terminals of any size.
struct LiveAreaTests {
  /// What the screen shows of written text: rows, after the erasures that are in it.
  private func rows(_ written: [String], columns: Int) -> [String] {
    var rows = [""]
    for part in written.joined().split(separator: "\u{1B}[", omittingEmptySubsequences: false) {
      var text = part
      if let up = text.firstMatch(of: #/^(\d+)A/#), let count = Int(up.1) {
        rows.removeLast(count)
        text = text[up.range.upperBound...]
      } else if text.hasPrefix("J") {
        text = text.dropFirst()
      }
      for scalar in text.unicodeScalars {
        switch scalar {
        case "\r": rows[rows.count - 1] = ""
        case "\n": rows.append("")
        default:
          if rows[rows.count - 1].count == columns { rows.append("") }
          rows[rows.count - 1].unicodeScalars.append(scalar)
        }
      }
    }
    return rows
  }

  @Test(arguments: [20, 80, 200])
  func `new lines stand where the old ones stood`(columns: Int) {
    let area = LiveArea { (24, columns) }
    let long = String(repeating: "x", count: 300)
    let written = [
      area.replacing(with: ["one", long, "three"]), area.replacing(with: ["a", long]),
      area.clearing(), "stays\n", area.replacing(with: ["b"]),
    ]
    #expect(rows(written, columns: columns) == ["stays", "b"])
    #expect(rows(Array(written.prefix(2)), columns: columns).count == 2)
  }

  @Test func `nothing is written beyond the last column`() {
    let area = LiveArea { (24, 10) }
    #expect(rows([area.replacing(with: ["0123456789abc"])], columns: 10) == ["01234567…"])
  }
}
