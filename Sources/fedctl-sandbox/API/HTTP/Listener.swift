import FlyingFox
import FlyingSocks
import Glibc

/// Serves the clusters behind a door of a sandbox on a port of 127.0.0.1.
struct Listener: Sendable {
  let sandbox: Sandbox
  let door: Door

  /// Listens until it is cancelled, but for the times that a fault says nobody is to.
  ///
  /// `announce` is told the port once somebody listens there; it stays the same afterwards.
  func run(port: UInt16, announce: (_ port: UInt16) -> Void) async throws {
    var port = port
    var isAnnounced = false
    while !Task.isCancelled {
      let server = try server(port)
      async let running: Void = server.run()
      // However busy the machine is: nobody is told of a port before.
      try await server.waitUntilListening(timeout: 3600)
      if !isAnnounced, case .ip4(_, let taken) = await server.listeningAddress {
        port = taken
        announce(port)
        isAnnounced = true
      }
      guard let pause = await nextRefusal() else { return try await running }
      // Connections that are open end too, as those of a process that is gone.
      await server.stop()
      _ = try? await running
      try await Task.sleep(for: pause)
    }
  }

  /// Waits for a fault that says nobody is to listen; nil once the process ends.
  private func nextRefusal() async -> Duration? {
    for await pause in door.refusals { return pause }
    return nil
  }

  /// A server that closes idle connections only after an hour, since watches are quiet.
  private func server(_ port: UInt16) throws -> HTTPServer {
    HTTPServer(
      address: try sockaddr_in.inet(ip4: "127.0.0.1", port: port),
      timeout: 3600,
      pool: PromptSockets(base: .make()),
      logger: .disabled,
      handler: HTTPFrontend(answer: sandbox.answer, skew: sandbox.skew),
    )
  }
}
