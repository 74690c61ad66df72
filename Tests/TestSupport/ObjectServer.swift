import Foundation

/// A real S3 server as a process of its own on loopback, which ends with the process of the tests.
package final class ObjectServer: Sendable {
  /// Host and port, without a scheme.
  package let endpoint: String
  package let name: String
  private let life: LifeLine

  /// SeaweedFS, and beside it moto as a second implementation; one of each for all tests.
  package static let seaweed = Result {
    try started(at: ports) { try ObjectServer(seaweedAt: $0) }
  }
  package static let moto = Result { try started(at: ports) { try ObjectServer(motoAt: $0) } }

  package static var isInstalled: Bool {
    Tool.path("weed") != nil && Tool.path("moto_server") != nil
  }

  /// Values that no output may ever show.
  package static let keyID = Fedctl.canaryKeyID
  package static let key = Fedctl.canaryKey

  private convenience init(seaweedAt port: Int) throws {
    let identity = """
      {"identities":[{"name":"admin","actions":["Admin","Read","List","Tagging","Write"],
      "credentials":[{"accessKey":"\(Self.keyID)","secretKey":"\(Self.key)"}]}]}
      """
    try self.init(
      "SeaweedFS",
      port: port,
      script: """
        mkdir data; printf '%s' "$IDENTITY" >s3.json
        weed -logdir=. server -ip=127.0.0.1 -dir=data -master.peers=none -master.telemetry=false -master.volumeSizeLimitMB=64 -volume.max=200 \
          -master.port=\(port + 20) -volume.port=\(port + 21) -filer -filer.port=\(port + 22) \
          -s3 -s3.port=\(port) -s3.port.iceberg=0 -s3.port.lance=0 -s3.config=s3.json \
          -s3.autoCreateBucket=false -s3.allowDeleteBucketNotEmpty=false >log 2>&1 &
        """,
      // Without a key of its own it would take the setting for encryption and then no object.
      environment: [
        "IDENTITY": identity, "WEED_S3_SSE_KEK": String(repeating: "5eed", count: 16),
      ],
    )
  }

  private convenience init(motoAt port: Int) throws {
    try self.init("moto", port: port, script: "moto_server -p \(port) >log 2>&1 &")
  }

  private init(
    _ name: String,
    port: Int,
    script: String,
    environment: [String: String] = [:],
  ) throws {
    self.name = name
    endpoint = "127.0.0.1:\(port)"
    life = try LifeLine()
    let tools = Tool.path("weed")?.deletingLastPathComponent().path ?? ""
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    try life.serve(script, environment.merging(["PATH": "\(tools):\(path)"]) { $1 })
    try waitUntilReady()
  }

  package struct NotReady: Error {}

  /// Its other ports lie 20 and 10,000 further on, all below those that the system deals out.
  private static let ports = stride(from: 10_000, to: 20_000, by: 50).map(\.self)

  private func waitUntilReady() throws {
    for _ in 0..<200 {
      let status = try Tool.output(
        of: "sh",
        ["-c", "curl -s -o /dev/null -w '%{http_code}' http://\(endpoint)/ || true"],
      )
      if ["200", "403"].contains(String(decoding: status, as: UTF8.self)) {
        try witness("ready")
        return
      }
      usleep(100_000)
    }
    throw NotReady()
  }

  /// Asks an independent client, botocore, to do something: see `witness.py`.
  @discardableResult
  package func witness(_ arguments: String..., input: String = "") throws -> String {
    let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "witness.py")
    let output = try Tool.output(
      of: "python",
      [script.path] + arguments,
      input: input,
      environment: [
        "S3_ENDPOINT": "http://\(endpoint)", "AWS_ACCESS_KEY_ID": Self.keyID,
        "AWS_SECRET_ACCESS_KEY": Self.key, "AWS_DEFAULT_REGION": "us-east-1",
      ],
    )
    return String(decoding: output, as: UTF8.self)
  }
}
