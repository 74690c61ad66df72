import Subprocess
import Testing

struct ChildProcessTests {
  private func outcome(_ script: String, limit: Duration = .seconds(60)) async -> String {
    let process = ChildProcess(
      command: "/bin/sh",
      arguments: ["-c", script],
      environment: ["PATH": "/usr/bin:/bin"],
      timeLimit: limit,
    )
    return switch await process.run() {
    case .notStarted(let code): "not started: \(code)"
    case .tookTooLong: "took too long"
    case .ended(let status, let output, let errors):
      "\(status) \(output.count) \(String(decoding: errors, as: UTF8.self))"
    }
  }

  @Test func `what a child says on both channels is read, however much it is`() async {
    #expect(await outcome("head -c 300000 /dev/zero; echo why >&2; exit 3") == "3 300000 why\n")
  }

  @Test func `a child that does not end is ended`() async {
    #expect(await outcome("sleep 60", limit: .milliseconds(50)) == "took too long")
  }
}
