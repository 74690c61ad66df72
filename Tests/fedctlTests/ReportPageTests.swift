import Foundation
import Operate
import TestSupport
import Testing

@testable import fedctl

/// The page of a report, which holds whatever clusters and files call their things.
@Suite(.waitsForPrograms)
struct ReportPageTests {
  @Test func `no text of a report becomes markup, and nothing is loaded`() {
    var report = Report(.plan, PlanDetail())
    let hostile = "</script><script>alert(1)</script><img src=x onerror=alert(1)>"
    report.error = SessionProblem.unknownCluster(hostile, known: [])
    let page = ReportHTML(report).text
    #expect(page.split(separator: "<script").count == 4)
    #expect(page.split(separator: "</script").count == 4)
    #expect(!page.contains("<img"))
    #expect(page.contains(#"\u003cimg src=x"#))
    #expect(page.contains("default-src 'none'"))
    for loading in [" src=\"", " href=", "@import", "url(", "fetch(", "innerHTML"] {
      #expect(!page.contains(loading), "\(loading)")
    }
  }

  @Test(.enabled(if: Browser.isThere, "Chromium is the witness of this test"))
  func `a browser shows each cluster, and what is done there`() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "page-\(UUID()).html")
    defer { try? FileManager.default.removeItem(at: file) }
    let sandbox = try Sandbox()
    let plan = try sandbox.fedctl("plan", "--html-into", file.path)
    #expect(plan.status == 0, "\(plan.stderr)")
    let page = try Browser.page(file)
    #expect(page.split(separator: "class=\"tile create\"").count - 1 == 3)
    #expect(page.contains("84 to create, on 3 clusters"))
    #expect(page.contains("<strong>cluster2</strong>"))
  }
}

/// Debian's Chromium without a window.
private enum Browser {
  static var isThere: Bool {
    (try? Command.run("chromium", ["--version"], environment: [:]).status) == 0
  }

  /// What the page has become once its script has run.
  static func page(_ file: URL) throws -> String {
    let options = ["--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=5000"]
    return try Command.run(
      "chromium",
      options + ["--dump-dom", file.absoluteString],
      environment: [:],
    )
    .stdout
  }
}
