import Foundation
import HTTP
import Kubernetes
import Objects
import TestSupport
import Testing

/// Every kubeconfig leads fedctl where it leads kubectl, as the same person, or both refuse it.
@Suite(
  .waitsForPrograms,
  .serialized,
  .enabled(if: Sandbox.hasKubectl, "kubectl is the witness of these tests"),
)
struct KubeconfigDifferentialTests {
  private static let witness = Result { try ServerWitness() }

  @Test(arguments: KubeconfigCase.all)
  func `fedctl goes where kubectl goes, as the same person`(it: KubeconfigCase) async throws {
    let witness = try Self.witness.get()
    try witness.write(it)
    let environment = it.environment.mapValues(witness.filled)
    let theirs = try await witness.seen { witness.runKubectl(environment) }
    let ours = try await witness.seen { await witness.runFedctl(environment) }
    #expect(ours == theirs, "kubectl: \(theirs), fedctl: \(ours)")
  }

  /// kubectl goes there as nobody; whoever has misspelt a user is helped more by a word.
  @Test func `a user that is nowhere is refused, though kubectl goes on as nobody`() async throws {
    let witness = try Self.witness.get()
    try witness.write(.unknownUser)
    #expect(try await !witness.seen { witness.runKubectl() }.isEmpty)
    #expect(try await witness.seen { await witness.runFedctl() }.isEmpty)
  }

  @Test func `there are cases enough`() { #expect(KubeconfigCase.all.count >= 60) }
}

/// The servers of `witness.py`, and a folder with what kubeconfigs name.
private final class ServerWitness: Sendable {
  let folder: URL
  private let ports: [String]

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "kubeconfig-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let beside = URL(filePath: #filePath).deletingLastPathComponent()
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", beside.appending(path: "witness.py").path]
    process.currentDirectoryURL = folder
    let output = Pipe()
    let life = Pipe()
    _ = fcntl(life.fileHandleForWriting.fileDescriptor, F_SETFD, FD_CLOEXEC)
    process.standardInput = life
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    ports = line.split(whereSeparator: \.isWhitespace).map(String.init)
    try #require(ports.count == 3)
    self.life = life
    try FileManager.default.copyItem(
      at: beside.appending(path: "plugin.py"),
      to: folder.appending(path: "plugin.py"),
    )
    try Data(" file-token\n".utf8).write(to: folder.appending(path: "token.txt"))
    let authorities = folder.appending(path: "authorities")
    try FileManager.default.createDirectory(at: authorities, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: folder.appending(path: "ca.pem"),
      to: authorities.appending(path: "ours.crt"),
    )
  }

  private let life: Pipe

  private var kubeconfig: String { folder.appending(path: "config").path }

  func write(_ it: KubeconfigCase) throws {
    let authority = try Data(contentsOf: folder.appending(path: "ca.pem")).base64EncodedString()
    let text = filled(it.text).replacing("CADATA", with: authority)
    try Data(text.utf8).write(to: URL(filePath: kubeconfig))
  }

  /// With the servers' addresses and the folder in their places.
  func filled(_ text: String) -> String {
    text.replacing("HTTPS/", with: "https://127.0.0.1:\(ports[1])/")
      .replacing("HTTP/", with: "http://127.0.0.1:\(ports[0])/")
      .replacing("PROXY", with: "127.0.0.1:\(ports[2])")
      .replacing("FOLDER", with: folder.path)
  }

  /// What the servers saw meanwhile: a JSON line a request; empty where nobody was asked.
  func seen(_ work: () async -> Void) async throws -> Set<String> {
    let file = folder.appending(path: "seen")
    try? FileManager.default.removeItem(at: file)
    await work()
    guard let data = try? Data(contentsOf: file) else { return [] }
    return Set(String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init))
  }

  func runKubectl(_ environment: [String: String] = [:]) {
    let process = Process()
    process.executableURL = Tool.path("kubectl")
    process.arguments = [
      "--kubeconfig", kubeconfig, "--context", "hub", "--request-timeout=10m", "version",
    ]
    process.environment = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "", "HOME": folder.path,
    ].merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return }
    process.waitUntilExit()
  }

  func runFedctl(_ environment: [String: String] = [:]) async {
    guard
      let config = try? Kubeconfig.load(path: kubeconfig, environment: [:], home: nil),
      let connection = try? config.connection(context: "hub"),
      let transport = try? HTTPTransport(environment: environment)
    else { return }
    let client = KubernetesClient(connection, transport: transport)
    _ = try? await client.get(ObjectReference(cluster: "hub", .namespace, name: "kube-system"))
  }
}
