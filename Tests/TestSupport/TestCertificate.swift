import Foundation
package import JSON

/// A certificate that is its own authority, in a folder that goes with this object.
package final class TestCertificate {
  private let folder: URL
  package var file: String { folder.appending(path: "tls.crt").path }
  package var keyFile: String { folder.appending(path: "tls.key").path }

  package init(for name: String) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    _ = try Tool.output(
      of: "openssl",
      [
        "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
        "-days", "1", "-subj", "/CN=\(name)", "-addext", "subjectAltName=DNS:\(name)",
        "-keyout", keyFile, "-out", file,
      ],
    )
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// As the operator writes it for `web.tlsConfig`.
  package var webConfiguration: JSON {
    [
      "tls_server_config": [
        "cert_file": .string(file),
        "key_file": .string(keyFile),
      ]
    ]
  }
}
