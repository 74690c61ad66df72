import Glibc
import Testing

@testable import Operate

/// Whose process is known to have ended, by what a lease says of its holder.
@Suite struct HolderTests {
  private func holder(_ process: Int32, place: String? = "here", run: String = "1") -> Holder {
    Holder(user: "ana", host: "build", process: process, place: place, run: run)
  }

  /// The number of a process that has ended.
  private func endedProcess() throws -> Int32 {
    var process = pid_t()
    var arguments: [UnsafeMutablePointer<CChar>?] = unsafe [strdup("true"), nil]
    defer { unsafe free(arguments[0]) }
    let code = unsafe posix_spawn(&process, "/bin/true", nil, nil, &arguments, nil)
    try #require(code == 0)
    var status: Int32 = 0
    _ = unsafe waitpid(process, &status, 0)
    return process
  }

  @Test func `a process that has ended is known in its own namespace alone`() throws {
    let ended = try endedProcess()
    let me = holder(getpid())
    #expect(me.knowsEnded("\(holder(ended))"))
    #expect(!me.knowsEnded("\(holder(ended, place: "elsewhere"))"))
    #expect(!me.knowsEnded("\(holder(ended, place: nil))"))
    #expect(!holder(getpid(), place: nil).knowsEnded("\(holder(ended, place: nil))"))
  }

  @Test func `a process that lives has not ended, whichever run it was`() {
    #expect(!holder(getpid()).knowsEnded("\(holder(getpid(), run: "2"))"))
  }

  @Test(arguments: [
    "", "ana@build process 7", "ana@build process x (here:1)", "somebody",
  ])
  func `of what says less nothing is known`(other: String) {
    #expect(!holder(getpid()).knowsEnded(other))
  }

  @Test func `two runs are never each other`() {
    #expect(Holder.current.description != Holder.current.description)
    #expect(!Holder.current.description.contains("?"))
  }
}
