import FoundationEssentials
import Glibc
import Programs
import Synchronization
import Testing

/// With real children, each a script of the shell.
///
/// The limit of time is for what would never end.
@Suite(.timeLimit(.minutes(60)))
struct ChildProcessTests {
  private func run(
    _ script: String,
    limit: Duration = .seconds(3_000),
    onErrors listener: @escaping ChildProcess.Listener = { _ in },
  ) async -> ChildProcess.Outcome {
    await ChildProcess(
      command: "/bin/sh",
      arguments: ["-c", script],
      environment: ["PATH": "/usr/bin:/bin", "GIVEN": "all there is"],
      timeLimit: limit,
      onErrors: listener,
    ).run()
  }

  /// Standard output of a script that must succeed.
  private func output(_ script: String) async throws -> String {
    guard case .ended(0, let output, _) = await run(script) else { throw Unexpected() }
    return String(decoding: output, as: UTF8.self)
  }

  private struct Unexpected: Error {}

  @Test func `what a child says on both channels is read, however much it is`() async {
    let outcome = await run("head -c 300000 /dev/zero; echo why >&2; exit 3")
    let zeros = [UInt8](repeating: 0, count: 300_000)
    #expect(outcome == .ended(status: 3, output: zeros, errors: Array("why\n".utf8)))
  }

  @Test func `it has the environment that it was given, and nothing to read`() async throws {
    #expect(try await output("echo $GIVEN$HOME; cat") == "all there is\n")
  }

  @Test func `a signal's number counts as 128 more`() async {
    #expect(await run("kill -9 $$") == .ended(status: 137, output: [], errors: []))
  }

  @Test(arguments: [
    ("no-such-program", ENOENT), ("/no/such/program", ENOENT), ("/etc/passwd", EACCES),
  ])
  func `what cannot be started tells the system's reason`(command: String, code: Int32) async {
    let child = ChildProcess(command: command, arguments: [], environment: [:])
    #expect(await child.run() == .notStarted(code))
  }

  @Test func `no signal is blocked or ignored`() async throws {
    signal(SIGPIPE, SIG_IGN)
    let masks = try await output("sed -n 's/^Sig\\(Blk\\|Ign\\):.//p' /proc/self/status")
    // Real-time signals 32 and 33 are the C library's own.
    #expect(
      masks.split(separator: "\n").map { (UInt64($0, radix: 16) ?? 0) & 0x7FFF_FFFF } == [0, 0]
    )
  }

  @Test func `no descriptor of ours is inherited`() async throws {
    let ours = unsafe open("/dev/null", O_RDONLY)
    defer { close(ours) }
    try #require(ours > 2)
    // The fourth is the one with which ls reads the folder.
    #expect(try await output("ls /proc/self/fd") == "0\n1\n2\n3\n")
  }

  @Test func `it leads a process group of its own`() async throws {
    let words = try await output("echo $$; cut -d' ' -f5 /proc/$$/stat").split(separator: "\n")
    #expect(words.count == 2 && words.first == words.last)
  }

  @Test func `a child that does not end is ended, with its children`() async throws {
    let children = Pids()
    let outcome = await run(
      "trap '' TERM; sleep 1000 & echo $! >&2; wait",
      limit: .milliseconds(500),
      onErrors: children.read,
    )
    #expect(outcome == .stopped(.tookTooLong))
    try await children.areGone()
  }

  @Test func `cancelling the task ends it, with its children`() async throws {
    let children = Pids()
    let task = Task {
      await run("trap '' TERM; sleep 1000 & echo $! >&2; wait", onErrors: children.read)
    }
    while children.all.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
    task.cancel()
    #expect(await task.value == .stopped(.cancelled))
    try await children.areGone()
  }

  @Test func `a child that another leaves behind is let live, and not waited for`() async throws {
    let pid = try #require(
      Int32(try await output("sleep 1000 & echo $!").filter { !$0.isWhitespace })
    )
    #expect(Pids.isAlive(pid))
    kill(pid, SIGKILL)
  }

  @Test func `output without an end is cut off`() async {
    #expect(await run("cat /dev/zero; sleep 1000") == .stopped(.saidTooMuch))
  }

  @Test func `of complaints without an end, the last are kept`() async {
    let outcome = await run("head -c 5000000 /dev/zero >&2; echo last >&2")
    guard case .ended(0, [], let errors) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(errors.count == ChildProcess.errorTail)
    #expect(errors.suffix(5) == Array("last\n".utf8)[...])
  }

  @Test func `complaints are heard while the child runs`() async throws {
    let answer = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: answer) }
    // It ends only once somebody has heard its question.
    let outcome = await run(
      "echo 'Who are you?' >&2; until [ -e \(answer.path) ]; do sleep 0.01; done",
      onErrors: { _ in try? Data().write(to: answer) },
    )
    #expect(outcome == .ended(status: 0, output: [], errors: Array("Who are you?\n".utf8)))
  }
}

/// Process identifiers that a script writes, a line each.
private final class Pids: Sendable {
  private let text = Mutex("")

  var read: ChildProcess.Listener {
    { piece in self.text.withLock { $0 += String(decoding: piece, as: UTF8.self) } }
  }

  /// Those whose line is whole.
  var all: [Int32] {
    text.withLock { text in
      text.hasSuffix("\n") ? text.split(separator: "\n").compactMap { Int32($0) } : []
    }
  }

  /// Returns once none of them runs, which the test's limit of time waits for.
  func areGone() async throws {
    try #require(!all.isEmpty)
    while all.contains(where: Self.isAlive) { try await Task.sleep(for: .milliseconds(5)) }
  }

  /// Whether it runs: one that has ended may still stand in the table, as a zombie.
  static func isAlive(_ pid: Int32) -> Bool {
    guard let status = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8),
      let state = status.split(separator: ") ").last?.first
    else { return false }
    return state != "Z"
  }
}
