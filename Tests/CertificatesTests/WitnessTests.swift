import Certificates
import Foundation
import TestSupport
import Testing

/// What other implementations make of the certificates.
@Suite(.waitsForPrograms)
struct WitnessTests {
  private let now = Int(Date.now.timeIntervalSince1970)

  @Test(arguments: [("sslserver", "server"), ("sslclient", "client")])
  func `openssl takes each leaf for its own purpose alone`(purpose: String, file: String) throws {
    let folder = try Folder(from: now)
    #expect(try folder.verifies(file, as: purpose))
    let other = purpose == "sslserver" ? "sslclient" : "sslserver"
    #expect(try folder.verifies(file, as: other) == false)
  }

  @Test func `openssl refuses what another authority of the same name has signed`() throws {
    let (folder, other) = (try Folder(from: now), try Folder(from: now))
    #expect(try folder.verifies("client", as: "sslclient", by: other) == false)
  }

  /// Python's server asks for a certificate and tells whose it got; its client checks the name.
  @Test func `two sides that know each other's authority shake hands`() throws {
    let folder = try Folder(from: now)
    #expect(try folder.handshake(trusting: "authority") == "leaf\n")
  }

  @Test func `a client whose authority is not in the bundle is turned away`() throws {
    let folder = try Folder(from: now)
    let stranger = try Authority(from: now)
    try folder.write(stranger.key, as: "stranger")
    #expect(try folder.handshake(trusting: "stranger").hasPrefix("refused"))
  }
}

/// Certificates as files, which go with this object.
private final class Folder {
  private let place: URL

  init(from now: Int) throws {
    place = FileManager.default.temporaryDirectory.appending(path: "certificates-\(UUID())")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    let authority = try Authority(from: now)
    try write(authority.key, as: "authority")
    try write(authority.issue(.server(names: ["hub.example.com"])), as: "server")
    try write(authority.issue(.client), as: "client")
  }

  deinit { try? FileManager.default.removeItem(at: place) }

  func path(_ name: String) -> String { place.appending(path: name).path }

  func write(_ key: CertifiedKey, as name: String) throws {
    try Data(key.certificate.utf8).write(to: place.appending(path: "\(name).crt"))
    try Data(key.privateKey.utf8).write(to: place.appending(path: "\(name).key"))
  }

  func verifies(_ name: String, as purpose: String, by other: Folder? = nil) throws -> Bool {
    let authority = (other ?? self).path("authority.crt")
    let arguments = [
      "verify", "-x509_strict", "-purpose", purpose, "-CAfile", authority, path("\(name).crt"),
    ]
    do {
      _ = try Tool.output(of: "openssl", arguments)
      return true
    } catch is Tool.Failed {
      return false
    }
  }

  /// The name in the client's certificate, or why the server refused it.
  func handshake(trusting authority: String) throws -> String {
    let arguments = ["-c", Self.program, place.path, "\(authority).crt"]
    return String(decoding: try Tool.output(of: "python3", arguments), as: UTF8.self)
  }

  private static let program = """
    import os, socket, ssl, sys, threading
    os.chdir(sys.argv[1])
    def context(side, name, authority):
        made = ssl.SSLContext(side)
        made.minimum_version = ssl.TLSVersion.TLSv1_3
        made.verify_mode = ssl.CERT_REQUIRED
        made.load_cert_chain(name + ".crt", name + ".key")
        made.load_verify_locations(authority)
        return made
    left, right = socket.socketpair()
    left.settimeout(20), right.settimeout(20)
    def talk():
        made = context(ssl.PROTOCOL_TLS_CLIENT, "client", "authority.crt")
        try:
            made.wrap_socket(right, server_hostname="hub.example.com").recv(1)
        except (ssl.SSLError, OSError):
            pass
    client = threading.Thread(target=talk)
    client.start()
    try:
        made = context(ssl.PROTOCOL_TLS_SERVER, "server", sys.argv[2])
        peer = made.wrap_socket(left, server_side=True)
        print(dict(pair[0] for pair in peer.getpeercert()["subject"])["commonName"])
        peer.send(b".")
    except ssl.SSLError as error:
        print("refused:", error.reason)
    left.close()
    client.join()
    """
}
