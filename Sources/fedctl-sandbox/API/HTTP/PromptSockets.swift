import FlyingSocks
import Glibc

/// Sockets that send at once what they are given.
///
/// FlyingFox writes head and body apart; with Nagle's algorithm the body of every second answer
/// would wait some 40 ms for the client's acknowledgement. Accepted sockets inherit the option from
/// the listening one, which is the first to come by here.
struct PromptSockets<Base: AsyncSocketPool>: AsyncSocketPool {
  let base: Base

  func prepare() async throws { try await base.prepare() }

  func run() async throws { try await base.run() }

  /// Sets the option on the way: every socket passes here before it is used.
  func suspendSocket(_ socket: Socket, untilReadyFor events: Socket.Events) async throws {
    let option = BoolSocketOption(level: Int32(IPPROTO_TCP), name: TCP_NODELAY)
    try? socket.setValue(true, for: option)
    try await base.suspendSocket(socket, untilReadyFor: events)
  }
}
