import JSON
import Objects
import Synchronization
import Testing

@testable import Kubernetes

@Suite(.timeLimit(.minutes(60))) struct SemaphoreTests {
  @Test func `places are given in the order in which they are asked for`() async {
    let semaphore = Semaphore(1)
    #expect(await semaphore.wait())
    let order = Record<Int>()
    await withTaskGroup(of: Void.self) { group in
      for number in 1...5 {
        group.addTask {
          _ = await semaphore.wait()
          order.add(number)
          semaphore.signal()
        }
        // The next one asks only when this one waits.
        while semaphore.waiting < number { await Task.yield() }
      }
      semaphore.signal()
    }
    #expect(order.all == [1, 2, 3, 4, 5])
  }

  @Test func `whoever is cancelled while waiting takes no place`() async {
    let semaphore = Semaphore(1)
    #expect(await semaphore.wait())
    let waiter = Task { await semaphore.wait() }
    while semaphore.waiting == 0 { await Task.yield() }
    waiter.cancel()
    #expect(await waiter.value == false)
    #expect(semaphore.waiting == 0)
    semaphore.signal()
    #expect(await semaphore.wait())
  }

  @Test func `whoever was cancelled before takes no place either`() async {
    let semaphore = Semaphore(1)
    let late = Task {
      while !Task.isCancelled { await Task.yield() }
      return await semaphore.wait()
    }
    late.cancel()
    #expect(await late.value == false)
    #expect(await semaphore.wait())
  }

  @Test func `a cluster never has more requests of ours than it is allowed`() async throws {
    let limit = 3
    let load = Load(limit: limit)
    try await APIServer.run(maximumInFlight: limit) { request in
      if !request.path.hasSuffix("/first") { await load.carry() }
      let name = request.path.split(separator: "/").last.map(String.init) ?? ""
      return .json(["kind": "ConfigMap", "apiVersion": "v1", "metadata": ["name": .string(name)]])
    } _: { client in
      // Until a server has answered once, libcurl hopes to send all requests over one connection.
      _ = try await client.get(
        ObjectReference(cluster: "hub", .configMap, namespace: "thanos", name: "first")
      )
      await withTaskGroup(of: Void.self) { group in
        for number in 1...12 {
          group.addTask {
            let name = "one-\(number)"
            _ = try? await client.get(
              ObjectReference(cluster: "hub", .configMap, namespace: "thanos", name: name)
            )
          }
        }
      }
    }
    #expect(load.peak == limit)
  }
}

/// The requests that a server has at once.
///
/// The first ones are kept until as many are there as may be; more would be seen.
private final class Load: Sendable {
  private struct State {
    var current = 0
    var peak = 0
  }

  private let state = Mutex(State())
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  var peak: Int { state.withLock(\.peak) }

  func carry() async {
    state.withLock { state in
      state.current += 1
      state.peak = max(state.peak, state.current)
    }
    while peak < limit { try? await Task.sleep(for: .milliseconds(1)) }
    // Whoever is let in too early comes meanwhile.
    try? await Task.sleep(for: .milliseconds(20))
    state.withLock { $0.current -= 1 }
  }
}
