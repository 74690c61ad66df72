internal import CLibCurl
internal import FoundationEssentials
internal import Synchronization

/// The authorities that the environment names for requests that bring none, read as Go reads them and so kubectl.
///
/// `SSL_CERT_DIR` lists folders, with colons between them, of which every file counts whatever it is called; libcurl
/// would look for names that are hashes.
///
/// Folders are read when a request first needs them: it takes a while, and most clusters bring their own authority.
final class EnvironmentAuthorities: Sendable {
  /// A file in PEM, nil where libcurl knows one itself.
  let file: String?
  /// Whether folders are named, in place of the one that libcurl knows itself.
  let namesFolders: Bool
  private let folders: [String]
  private let found = Mutex<[UInt8]??>(nil)

  /// No file of authorities is longer, in bytes.
  private static let sizeLimit = 4 << 20

  init(_ environment: [String: String]) {
    file =
      environment["SSL_CERT_FILE"].flatMap { $0.isEmpty ? nil : $0 }
      ?? Self.otherFile(than: Self.ownFile, isThere: FileManager.default.fileExists(atPath:))
    let list = environment["SSL_CERT_DIR"] ?? ""
    namesFolders = !list.isEmpty
    folders = list.unicodeScalars.split(separator: ":").map(String.init)
  }

  /// All of them in PEM, each once; nil where the file has them all.
  ///
  /// libcurl keeps a copy for each connection, and reads a file once for all of them.
  var all: [UInt8]? {
    found.withLock { found in
      let all = found ?? read()
      found = .some(all)
      return all
    }
  }

  private func read() -> [UInt8]? {
    let inFile = namesFolders ? Set(Self.certificates(file ?? Self.ownFile ?? "")) : []
    let listed = folders.flatMap(Self.files).flatMap(Self.certificates)
    let more = Set(listed).subtracting(inFile)
    return more.isEmpty
      ? nil : Array((inFile.sorted() + more.sorted()).joined(separator: "\n").utf8)
  }

  /// Every file of a folder; none of a folder that cannot be read.
  private static func files(in folder: String) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
    return (names ?? []).map { "\(folder)/\($0)" }
  }

  /// The certificates of a file, each as PEM has it; none of what is no file.
  private static func certificates(_ path: String) -> [String] {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder,
      let bytes = FileManager.default.contents(atPath: path), bytes.count <= sizeLimit
    else { return [] }
    return certificates(in: bytes)
  }

  /// From the line that begins each to that which ends it; by bytes, for a system's file has a hundred of them.
  private static func certificates(in bytes: Data) -> [String] {
    let (begin, end) = ("-----BEGIN CERTIFICATE-----", "-----END CERTIFICATE-----")
    var (found, start): ([String], Data.Index?) = ([], nil)
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      if line.starts(with: begin.utf8) { start = line.startIndex }
      guard let first = start, line.starts(with: end.utf8) else { continue }
      found.append(String(decoding: bytes[first..<line.startIndex], as: UTF8.self) + end)
      start = nil
    }
    return found
  }

  /// Where distributions keep the authorities that a system trusts, in Go's order (crypto/x509, root_linux.go).
  private static let places = [
    "/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem", "/etc/pki/tls/cacert.pem",
    "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem", "/etc/ssl/cert.pem",
  ]

  /// The system's authorities where they are not in the file that libcurl was built for: one build runs on more than
  /// one distribution.
  static func otherFile(than own: String?, isThere: (String) -> Bool) -> String? {
    guard let own, !isThere(own) else { return nil }
    return places.first(where: isThere)
  }

  /// Where libcurl was told to look when it was built.
  private static var ownFile: String? {
    unsafe fedctl_authorities_file().map { unsafe String(cString: $0) }
  }
}
