import Foundation
import JSON
import Testing

/// The real program as a process of its own, with kubectl to question it.
final class RunningSandbox {
  private let process = Process()
  private let folder: URL
  private let kubeconfig: URL
  /// The context that kubectl is asked about.
  let name: String

  /// Where the hub answers, as `http://127.0.0.1:PORT/hub`.
  var server: String {
    get throws {
      let document = try JSON(parsing: String(contentsOf: kubeconfig, encoding: .utf8))
      return document["clusters"]?[0]?["cluster"]?["server"]?.stringValue ?? ""
    }
  }

  /// The clusters of somebody's kubeconfig, by its first context.
  private init(kubeconfig path: String) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "real-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    kubeconfig = URL(filePath: path)
    let environment = ProcessInfo.processInfo.environment
    name = environment["FEDCTL_TEST_CONTEXT"] ?? "hub"
  }

  /// A sandbox, and the clusters that FEDCTL_TEST_KUBECONFIG names, if it does.
  static func worlds() throws -> [RunningSandbox] {
    let real = ProcessInfo.processInfo.environment["FEDCTL_TEST_KUBECONFIG"] ?? ""
    return try [RunningSandbox()] + (real.isEmpty ? [] : [RunningSandbox(kubeconfig: real)])
  }

  /// Does something in a namespace of its own, which goes afterwards.
  func inNamespace(_ namespace: String, _ body: () throws -> Void) throws {
    let made = try kubectl("create", "namespace", namespace)
    try #require(made.status == 0, "\(name): \(made.errors)")
    defer { _ = try? kubectl("delete", "namespace", namespace, "--timeout=60s") }
    try body()
  }

  init(_ arguments: String...) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "sandbox-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    kubeconfig = folder.appending(path: "kubeconfig")
    name = "hub"
    process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appending(path: "fedctl-sandbox")
    process.arguments =
      [
        "up", "--no-prometheus-operator", "--contexts", "hub,cluster1", "--kubeconfig",
        kubeconfig.path,
      ] + arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    var said = Data()
    while !said.contains("ready\n".utf8) {
      let more = output.fileHandleForReading.availableData
      try #require(!more.isEmpty, "the sandbox ended before it was ready")
      said += more
    }
  }

  deinit {
    if process.isRunning {
      process.terminate()
      process.waitUntilExit()
    }
    try? FileManager.default.removeItem(at: folder)
  }

  struct Result {
    let status: Int32
    let output: String
    let errors: String
  }

  /// Runs kubectl against the hub with a text on its standard input.
  @discardableResult
  func kubectl(_ arguments: String..., input: String = "") throws -> Result {
    try kubectl(arguments, input: input)
  }

  @discardableResult
  func kubectl(_ arguments: [String], input: String = "") throws -> Result {
    let kubectl = Process()
    kubectl.executableURL = URL(filePath: "/usr/bin/env")
    kubectl.arguments = ["kubectl", "--context", name] + arguments
    kubectl.environment = ProcessInfo.processInfo.environment.merging(
      ["KUBECONFIG": kubeconfig.path, "HOME": folder.path]
    ) { $1 }
    let (inputs, outputs, errors) = (Pipe(), Pipe(), Pipe())
    kubectl.standardInput = inputs
    kubectl.standardOutput = outputs
    kubectl.standardError = errors
    try kubectl.run()
    try inputs.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try inputs.fileHandleForWriting.close()
    let output = try outputs.fileHandleForReading.readToEnd() ?? Data()
    let error = try errors.fileHandleForReading.readToEnd() ?? Data()
    kubectl.waitUntilExit()
    return Result(
      status: kubectl.terminationStatus,
      output: String(decoding: output, as: UTF8.self),
      errors: String(decoding: error, as: UTF8.self),
    )
  }
}

extension Data {
  fileprivate func contains(_ text: String.UTF8View) -> Bool {
    firstRange(of: Data(text)) != nil
  }
}
