internal import CLibCurl
internal import FoundationEssentials

/// The authorities that the environment names for requests that bring none, read as Go reads them and so kubectl.
///
/// `SSL_CERT_DIR` lists folders, with colons between them, of which every file counts whatever it is called; libcurl
/// would look for names that are hashes.
struct EnvironmentAuthorities: Sendable {
  /// A file in PEM, nil where libcurl knows one itself.
  let file: String?
  /// All of them in PEM; nil where no folder is named, so that `file` says it all.
  let all: [UInt8]?

  /// No file of authorities is longer, in bytes.
  private static let sizeLimit = 4 << 20

  init(_ environment: [String: String]) {
    file = environment["SSL_CERT_FILE"].flatMap { $0.isEmpty ? nil : $0 }
    guard let folders = environment["SSL_CERT_DIR"], !folders.isEmpty else {
      all = nil
      return
    }
    let listed = folders.unicodeScalars.split(separator: ":").flatMap { Self.files(in: String($0)) }
    all = ([file ?? Self.ownFile].compactMap(\.self) + listed).flatMap(Self.certificates)
  }

  /// In the order of their names; none of a folder that cannot be read.
  private static func files(in folder: String) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
    return (names ?? []).sorted().map { "\(folder)/\($0)" }
  }

  /// A file's bytes with an end of a line behind them; none of what is no file, or holds no certificate.
  private static func certificates(_ path: String) -> [UInt8] {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder,
      let bytes = FileManager.default.contents(atPath: path), bytes.count <= sizeLimit,
      bytes.firstRange(of: Data("-----BEGIN CERTIFICATE-----".utf8)) != nil
    else { return [] }
    return Array(bytes) + [UInt8(ascii: "\n")]
  }

  /// Where libcurl was told to look when it was built.
  private static var ownFile: String? {
    unsafe fedctl_authorities_file().map { unsafe String(cString: $0) }
  }
}
