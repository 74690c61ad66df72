import Foundation
import Testing

@testable import HTTP

/// The authorities of `SSL_CERT_FILE` and `SSL_CERT_DIR`.
struct EnvironmentAuthorityTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "authorities-\(UUID())")
    let inner = folder.appending(path: "inner")
    try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
  }

  private func certificate(_ text: String) -> String {
    "-----BEGIN CERTIFICATE-----\n\(text)\n-----END CERTIFICATE-----"
  }

  private func write(_ certificates: String..., to name: String) throws {
    let text = certificates.map { "# a comment\n\(certificate($0))\n" }.joined()
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  private func read() -> EnvironmentAuthorities {
    EnvironmentAuthorities([
      "SSL_CERT_FILE": folder.appending(path: "file").path,
      "SSL_CERT_DIR": "/nowhere:\(folder.appending(path: "inner").path)",
    ])
  }

  @Test func `where the file has all that the folders have, nothing is kept for each connection`()
    throws
  {
    defer { try? FileManager.default.removeItem(at: folder) }
    try write("a", "b", to: "file")
    try write("b", to: "inner/any name")
    try write("b", "a", to: "inner/2")
    #expect(read().all == nil)
    #expect(read().namesFolders)
  }

  @Test func `else each counts once, however often it is there`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try write("a", to: "file")
    try write("c", "a", to: "inner/1")
    try write("c", to: "inner/2")
    try Data("no certificate".utf8).write(to: folder.appending(path: "inner/3"))
    let all = String(decoding: read().all ?? [], as: UTF8.self)
    #expect(all == "\(certificate("a"))\n\(certificate("c"))")
  }

  /// A build for one distribution runs on others, which keep them elsewhere.
  @Test func `where the file that libcurl knows is missing, that of the system is taken`() {
    let fedora = "/etc/pki/tls/certs/ca-bundle.crt"
    let own = "/etc/ssl/certs/ca-certificates.crt"
    #expect(EnvironmentAuthorities.otherFile(than: own) { $0 == fedora } == fedora)
    #expect(EnvironmentAuthorities.otherFile(than: own) { $0 == own || $0 == fedora } == nil)
    #expect(EnvironmentAuthorities.otherFile(than: own) { _ in false } == nil)
    #expect(EnvironmentAuthorities.otherFile(than: nil) { _ in true } == nil)
  }
}
