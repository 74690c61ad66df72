import Facts
import Foundation
import HTTP
import TestSupport
import Testing

/// A TLS server that asks for a client certificate, with an authority made for the test.
private final class TLSServer {
  let folder: URL
  private let process = Process()
  private(set) var port = ""

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "tls-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Self.run("/bin/sh", ["-ec", Self.certificates], in: folder)
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-u", "-c", Self.program]
    process.currentDirectoryURL = folder
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    port = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  deinit {
    // The handlers of kept connections would wait for more requests.
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    try? FileManager.default.removeItem(at: folder)
  }

  func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: name)))
  }

  private static func run(_ program: String, _ arguments: [String], in folder: URL) throws {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }

  private static let certificates = """
    new() { openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 "$@"; }
    new -keyout ca.key -out ca.pem -subj /CN=ca
    for name in server first second; do
      openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout $name.key \
        -out $name.csr -subj /CN=$name
      echo 'subjectAltName=DNS:api.example.com' > $name.ext
      openssl x509 -req -in $name.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 \
        -extfile $name.ext -out $name.pem
    done
    """

  /// Answers every request with the name in the client's certificate.
  private static let program = """
    import http.server, ssl
    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        def do_GET(self):
            subject = dict(x[0] for x in self.connection.getpeercert()["subject"])
            body = subject["commonName"].encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
        def log_message(self, *rest): pass
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain("server.pem", "server.key")
    context.load_verify_locations("ca.pem")
    context.verify_mode = ssl.CERT_REQUIRED
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    print(server.server_address[1])
    server.serve_forever()
    """
}

@Suite(.waitsForPrograms)
struct TLSTests {
  private func options(
    _ server: TLSServer,
    as name: String?,
    serverName: String? = "api.example.com",
  ) throws -> TLSOptions {
    TLSOptions(
      authorities: try server.bytes("ca.pem"),
      identity: try name.map {
        TLSIdentity(
          certificate: try server.bytes("\($0).pem"),
          key: try server.bytes("\($0).key"),
        )
      },
      serverName: serverName,
    )
  }

  private func answer(
    _ transport: HTTPTransport,
    _ server: TLSServer,
    _ options: TLSOptions,
  ) async -> Result<String, TransportError> {
    let request = HTTPRequest(.get, "https://127.0.0.1:\(server.port)/", tls: options)
    do throws(TransportError) {
      return .success(String(decoding: try await transport.send(request).body, as: UTF8.self))
    } catch {
      return .failure(error)
    }
  }

  @Test func `each request shows its own certificate, on whatever connections are kept`()
    async throws
  {
    let server = try TLSServer()
    let transport = try HTTPTransport()
    for name in ["first", "second", "first", "second", "second", "first"] {
      #expect(await answer(transport, server, try options(server, as: name)) == .success(name))
    }
  }

  @Test func `the server's certificate is told to whoever asks, on a connection of its own`()
    async throws
  {
    let server = try TLSServer()
    let transport = try HTTPTransport()
    var request = HTTPRequest(
      .get,
      "https://127.0.0.1:\(server.port)/",
      tls: try options(server, as: "first"),
    )
    for _ in 0..<2 {
      request.tellsCertificate = true
      let told = try await transport.send(request).certificate
      #expect(told?.hasPrefix("-----BEGIN CERTIFICATE-----\n") == true)
      request.tellsCertificate = false
      #expect(try await transport.send(request).certificate == nil)
    }
  }

  @Test func `a name that the certificate does not have is refused`() async throws {
    let server = try TLSServer()
    let transport = try HTTPTransport()
    for name in ["other.example.com", nil] {
      let options = try options(server, as: "first", serverName: name)
      guard case .failure(let error) = await answer(transport, server, options),
        case .untrustedServer = error.reason
      else {
        Issue.record("the name \(name ?? "127.0.0.1") was accepted")
        continue
      }
    }
  }

  @Test func `the system's authorities are where SSL_CERT_FILE says`() async throws {
    let server = try TLSServer()
    let file = server.folder.appending(path: "ca.pem").path
    var options = try options(server, as: "first")
    options.authorities = nil
    let theirs = try HTTPTransport(environment: ["SSL_CERT_FILE": file])
    #expect(await answer(theirs, server, options) == .success("first"))
    guard case .failure = await answer(try HTTPTransport(), server, options) else {
      Issue.record("an authority of nobody was trusted")
      return
    }
  }

  @Test func `an authority that is not ours is refused, even after a good connection`()
    async throws
  {
    let server = try TLSServer()
    let transport = try HTTPTransport()
    let good = try options(server, as: "first")
    #expect(await answer(transport, server, good) == .success("first"))
    var other = good
    other.authorities = try TLSServer().bytes("ca.pem")
    guard case .failure(let error) = await answer(transport, server, other),
      case .untrustedServer = error.reason
    else {
      Issue.record("another authority's certificate was accepted")
      return
    }
  }
}
