import Digest
import Facts
import Foundation
import HTTP
import TestSupport
import Testing

@testable import Fleet
@testable import Operate

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

  @Test func `a redirect that leads nowhere safe is not followed`() async throws {
    guard case .answered(302) = try await flaw(afterRedirectTo: "http://example.net/1") else {
      Issue.record("it was followed")
      return
    }
    let loop = try await flaw(afterRedirectTo: "https://example.com/bundle.yaml")
    guard case .endlessRedirects = loop else {
      Issue.record("it found an end")
      return
    }
  }

  private func flaw(afterRedirectTo place: String) async throws -> BundleProblem.Flaw {
    let answers = ["https://example.com/bundle.yaml": redirect(place)]
    let problem = await #expect(throws: BundleProblem.self) {
      try await reader(answers).objects(of: bundle)
    }
    #expect(problem?.bundle == "https://example.com/bundle.yaml")
    return try #require(problem).flaw
  }

  @Test func `what is not what was meant is neither used nor found again`() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let other = HTTPResponse(status: 200, body: Array("other".utf8))
    for answers in [["https://example.com/bundle.yaml": other], [:]] {
      await #expect(throws: BundleProblem.self) { try await reader(answers).objects(of: bundle) }
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
