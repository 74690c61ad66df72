import Diagnostics
import Digest
import Facts
import Foundation
import HTTP
import TestSupport
import Testing

@testable import Fleet
@testable import fedctl

/// The way of a bundle from a server into the cache.
@Suite struct BundleDownloadTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
  private let text: String
  private let bundle: OperatorBundle

  init() throws {
    text = try SampleBundle.text
    bundle = OperatorBundle(
      place: .url("https://example.com/bundle.yaml"),
      sha256: Digest.sha256(text).hexadecimal,
    )
  }

  @Test func `redirects are followed, and what has come is kept`() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let answers = [
      "https://example.com/bundle.yaml": redirect("https://example.net/1"),
      "https://example.net/1": HTTPResponse(status: 200, body: Array(text.utf8)),
    ]
    _ = try await reader(answers).objects(of: bundle)
    // Nobody answers any more.
    _ = try await reader([:]).objects(of: bundle)
  }

  @Test(arguments: [
    ("http://example.net/1", "the server answers 302."),
    ("https://example.com/bundle.yaml", "it leads from one address to the next without end."),
  ])
  func `a redirect that leads nowhere safe is not followed`(
    _ place: String,
    _ words: String,
  ) async throws {
    let answers = ["https://example.com/bundle.yaml": redirect(place)]
    let problem = await #expect(throws: Diagnostic.self) {
      try await reader(answers).objects(of: bundle)
    }
    #expect(problem?.detail == "`https://example.com/bundle.yaml`: \(words)")
  }

  @Test func `what is not what was meant is neither used nor found again`() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let other = HTTPResponse(status: 200, body: Array("other".utf8))
    for answers in [["https://example.com/bundle.yaml": other], [:]] {
      await #expect(throws: Diagnostic.self) { try await reader(answers).objects(of: bundle) }
    }
  }

  private func redirect(_ place: String) -> HTTPResponse {
    HTTPResponse(status: 302, headers: [HTTPHeader("location", place)])
  }

  private func reader(_ answers: [String: HTTPResponse]) -> OperatorBundles {
    OperatorBundles(
      fleetFile: "fleet.yaml",
      cache: BundleCache(environment: ["XDG_CACHE_HOME": folder.path]),
    ) { url throws(TransportError) in
      guard let answer = answers[url] else { throw TransportError(.refused, url: url) }
      return answer
    }
  }
}
