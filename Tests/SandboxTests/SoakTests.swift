import Foundation
import JSON
import Testing

@testable import fedctl_sandbox

@Suite struct SoakTests {
  /// So many writes as `FEDCTL_SOAK` says; few in everyday runs.
  private let writes =
    ProcessInfo.processInfo.environment["FEDCTL_SOAK"].flatMap { Int($0) } ?? 20_000

  @Test func `writes go on while watches are opened and cancelled`() async throws {
    let cluster = Cluster(ClusterState(preloaded: "hub", namespaces: ["team"]))
    let resource = try #require(builtInResources.first { $0.kind == "ConfigMap" })
    let filter = try ObjectFilter(resource, in: "team", Query(""))
    let writes = writes
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        group.addTask {
          for number in 0..<writes / 4 {
            try cluster.write { (state) throws(APIStatus) in
              let name = ObjectName(namespace: "team", name: "c\(writer)-\(number % 50)")
              var options = WriteOptions()
              options.fieldManager = "soak"
              if number % 100 >= 50, state.object(resource, name) != nil {
                _ = try state.delete(resource, name, DeleteOptions())
              } else if state.object(resource, name) == nil {
                let body: JSON = ["metadata": ["name": .string(name.name)], "data": ["k": "v"]]
                _ = try state.create(Body(body), resource, in: "team", options)
              }
            }
          }
        }
      }
      for _ in 0..<8 {
        group.addTask {
          for _ in 0..<writes / 40 {
            let events = try cluster.watch(filter, Query("resourceVersion=0"))
            let reader = Task {
              var seen = 0
              for await _ in events {
                seen += 1
                if seen > 20 { return }
              }
            }
            await Task.yield()
            reader.cancel()
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try cluster.read { $0.revision } > writes / 4)
  }

  @Test func `every watcher hears of all writes, in their order`() async throws {
    let cluster = Cluster(ClusterState(preloaded: "hub", namespaces: ["team"]))
    let changes = try cluster.changes()
    let resource = try #require(builtInResources.first { $0.kind == "ConfigMap" })
    await withTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        group.addTask {
          for number in 0..<100 {
            try? cluster.write { (state) throws(APIStatus) in
              let body: JSON = ["metadata": ["name": .string("c\(writer)-\(number)")]]
              _ = try state.create(Body(body), resource, in: "team", WriteOptions())
            }
          }
        }
      }
    }
    var revisions: [Int] = []
    for await change in changes {
      revisions.append(change.revision)
      if revisions.count == 400 { break }
    }
    #expect(revisions == revisions.sorted())
  }

  @Test func `a restart ends watches, and none can begin before it`() async throws {
    let cluster = Cluster(ClusterState(preloaded: "hub", namespaces: ["team"]))
    let resource = try #require(builtInResources.first { $0.kind == "ConfigMap" })
    let filter = try ObjectFilter(resource, in: "team", Query(""))
    let before = try cluster.read { $0.revision }
    let events = try cluster.watch(filter, Query("resourceVersion=\(before)"))
    try cluster.write { (state) throws(APIStatus) in
      _ = try state.create(Body(["metadata": ["name": "c"]]), resource, in: "team", WriteOptions())
    }
    try cluster.restart()
    for await _ in events {}
    var late: [JSON] = []
    for await event in try cluster.watch(filter, Query("resourceVersion=\(before)")) {
      late.append(event)
    }
    #expect(late.first?["object"]?["code"] == 410)
  }
}
