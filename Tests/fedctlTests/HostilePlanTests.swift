import Foundation
import TestSupport
import Testing

/// What people see where something else answers at the addresses of their clusters.
@Suite(
  .waitsForPrograms,
  .enabled(if: HostileServer.isInstalled, "needs python: make setup"),
  .timeLimit(.minutes(60)),
)
struct HostilePlanTests {
  /// How a server answers, and what is told of that.
  private static let ways = [
    ("page", "it begins with `<!DOCTYPE html>` (gate at http://"),
    ("nothing", "there is nothing in it (gate at http://"),
    ("object", "it names no kind, and Namespace of v1 was asked for (gate at http://"),
    ("items", "it names no kind, and Namespace of v1 was asked for (gate at http://"),
    ("failure", "a success that says of itself: gone (gate at http://"),
    ("nested", "more than 512 levels of nesting"),
    ("controls", "it begins with `\\u{1b}[31mred\\u{1b}[0m` (gate at http://"),
    ("302", "HTTP status 302: no explanation (gate at http://"),
    ("403page", "HTTP status 403: <html><h1>Forbidden</h1></html> (nginx at http://"),
    ("404page", "HTTP status 404: <html><h1>404 Not Found</h1></html> (nginx at http://"),
    ("404go", "HTTP status 404: 404 page not found (http://"),
    ("escapes", "no: \\u{1b}[31mred\\u{1b}[0m\\u{7}\\u{202e}"),
    ("raw", "HTTP status 403: \\u{1b}[31mred\\u{1b}[0m\\u{7}\\u{202e} (a\\u{1b}[31mb at http://"),
  ]

  private static var fleet: String {
    let clusters = ways.map { "  - {name: w\($0.0), context: \($0.0)}\n" }
    return """
      apiVersion: fedctl.dev/v1alpha1
      kind: Fleet
      name: edge
      topology: receive
      platform: openshift
      bucket: {name: metrics, region: us-east-2, check: false}
      hub: {context: object}
      clusters:
      \(clusters.joined())
      """.replacing("context: object}\nclusters", with: "context: hub}\nclusters")
  }

  /// Every server's address names somebody, which nobody may see.
  private static func kubeconfig(_ server: HostileServer) -> String {
    let names = ways.map(\.0) + ["hub"]
    let clusters = names.map { name in
      let url = server.url(name == "hub" ? "page" : name).replacing("//", with: "//me:canary@")
      return "  - {name: \(name), cluster: {server: \"\(url)\"}}\n"
    }
    let contexts = names.map { "  - {name: \"\($0)\", context: {cluster: \"\($0)\"}}\n" }
    return "clusters:\n\(clusters.joined())contexts:\n\(contexts.joined())"
      .replacing("{name: 302,", with: "{name: \"302\",")
  }

  @Test
  func
    `no plan is made of what is no answer, and who answered is told without a control character`()
    throws
  {
    let server = try HostileServer.shared.get()
    let options = ["--json-into", "report.json", "--junit-into", "report.xml"]
    var forms: [String] = []
    let outcome = try Fedctl(["plan", "-v", "--request-timeout", "600s"] + options)
      .file(Self.fleet.replacing("context: 302", with: "context: \"302\""))
      .file(named: "kubeconfig", Self.kubeconfig(server))
      .environment("KUBECONFIG", "kubeconfig")
      .environment("AWS_ACCESS_KEY_ID", Fedctl.canaryKeyID)
      .environment("AWS_SECRET_ACCESS_KEY", Fedctl.canaryKey)
      .run { home in
        forms = try ["report.json", "report.xml"].map {
          try String(contentsOf: home.appending(path: $0), encoding: .utf8)
        }
      }
    #expect(try Schema.faults(of: forms[0], by: "report-1.json") == "")
    let isXML = "import sys, xml.etree.ElementTree as e; e.fromstring(sys.stdin.read())"
    _ = try Tool.output(of: "python", ["-c", isXML], input: forms[1])
    let text = outcome.stdout + outcome.stderr + forms[1]
    #expect(outcome.status != 0)
    for (way, words) in Self.ways {
      let line = text.split(separator: "\n").first {
        $0.contains("w\(way)") && $0.contains("UNKNOWN")
      }
      #expect(line?.contains(words) == true, "\(way): \(line ?? "nothing")")
    }
    #expect(!text.contains("no namespace kube-system"))
    #expect(!text.contains("canary@") && !text.contains("me:"))
    let controls = (text + forms[0]).unicodeScalars.filter {
      $0 != "\n" && $0.properties.generalCategory == .control || $0 == "\u{202e}"
    }
    #expect(controls.isEmpty)
  }
}
