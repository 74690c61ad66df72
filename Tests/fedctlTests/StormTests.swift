import Foundation
import TestSupport
import Testing

/// Random faults and killed runs: a run in calm weather then converges, and what is others' stays.
///
///     FEDCTL_STORM_SEEDS=200 swift test --filter StormTests    the first 200 seeds
///     FEDCTL_STORM_SEED=17 swift test --filter StormTests      one seed alone
@Suite(
  .waitsForPrograms,
  .enabled(if: Sandbox.hasKubectl && ObjectServer.isInstalled, "needs what make setup installs"),
)
struct StormTests {
  /// Few where every commit is checked; by number, so that a failure can be had again.
  private static var seeds: [UInt64] {
    let environment = ProcessInfo.processInfo.environment
    if let seed = environment["FEDCTL_STORM_SEED"].flatMap(UInt64.init) { return [seed] }
    return Array(1...(environment["FEDCTL_STORM_SEEDS"].flatMap(UInt64.init) ?? 3))
  }

  @Test(arguments: Self.seeds)
  func `whatever goes wrong, the next run converges and touches nothing of others`(
    _ seed: UInt64
  ) throws {
    let sandbox = try Sandbox()
    var storm = Storm(seed: seed)
    let others = try Others(sandbox)
    try rage(&storm, sandbox, "apply", "--yes", "--wait-timeout", "4s")
    let applied = try sandbox.fedctl("apply", "--yes", "--wait-timeout", "20m")
    #expect(applied.status == 0, "\(storm): \(applied.stderr)")
    let plan = try sandbox.fedctl("plan", "--full", "--detailed-exitcode")
    #expect(plan.status == 0, "\(storm): \(plan.stdout)")
    #expect(try others.changed() == [], "\(storm)")

    let mine = try Mine(sandbox)
    try rage(&storm, sandbox, "teardown", "--yes", "--delete-volumes", "--wait-timeout", "4s")
    let removed = try sandbox.fedctl("teardown", "--yes", "--delete-volumes")
    #expect(removed.status == 0, "\(storm): \(removed.stderr)")
    #expect(try mine.isUntouched, "\(storm)")
    #expect(try others.changed() == [], "\(storm)")
    try mine.remove()
    let last = try sandbox.fedctl("teardown", "--yes", "--delete-volumes")
    #expect(last.status == 0, "\(storm): \(last.stderr)")
    #expect(try sandbox.remains() == [], "\(storm)")
  }

  /// Runs a command some times in bad weather, killed or to its end, and lets the sky clear.
  private func rage(_ storm: inout Storm, _ sandbox: Sandbox, _ command: String...) throws {
    for _ in 0..<storm.runs() {
      try sandbox.setFaults(storm.faults())
      let (limit, end) = (storm.killedAfter(), Date(timeIntervalSinceNow: storm.patience()))
      let (log, before) = (sandbox.logFile, Sandbox.lineCount(of: sandbox.logFile))
      let outcome = try Fedctl(command).against(sandbox, fleet: ExampleFleet.text)
        .killed { Sandbox.lineCount(of: log) >= before + limit || Date() > end }.run()
      // Done, refused, incomplete or killed; never a crash.
      #expect([0, 1, 3, SIGKILL].contains(outcome.status), "\(storm): \(outcome.stderr)")
      #expect(!(outcome.stdout + outcome.stderr).contains(Fedctl.canaryKey), "\(storm)")
    }
    try sandbox.setFaults([])
  }
}

/// The weather of one seed: the same each time, as far as it depends on us.
private struct Storm: CustomStringConvertible {
  private let seed: UInt64
  private var state: UInt64
  /// What was blown so far, for whoever looks for the reason of a failure.
  private var told: [String] = []

  init(seed: UInt64) {
    self.seed = seed
    state = seed
  }

  var description: String { "seed \(seed) (\(told.joined(separator: "; ")))" }

  /// SplitMix64, below a limit.
  private mutating func draw(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
  }

  private mutating func one(of words: [String]) -> String { words[draw(words.count)] }

  /// How many runs go through the storm before it ends.
  mutating func runs() -> Int { 1 + draw(3) }

  /// After how many requests a run is killed; every other run may go on.
  mutating func killedAfter() -> Int {
    let limit = draw(2) == 0 ? 20 + draw(500) : 1_000_000
    if limit < 1_000_000 { told.append("kill -9 after \(limit)") }
    return limit
  }

  /// How many seconds a person looks at a run that does not go on, as behind a request that hangs.
  mutating func patience() -> Double { Double(8 + draw(8)) }

  /// What goes wrong in one run.
  mutating func faults() -> [String] {
    let faults = (0..<1 + draw(4)).map { _ in fault() }
    told.append(contentsOf: faults)
    return faults
  }

  private mutating func fault() -> String {
    let effect = one(of: [
      "drop", "drop", "drop-answer", "drop-answer", "status=429", "status=500", "status=503",
      "status=409,verb=patch", "restart", "refuse=1", "hang",
    ])
    var words = [effect, "after=\(draw(150))"]
    // What stops the whole run for a time happens once.
    let isLong = effect.hasPrefix("refuse") || effect == "hang"
    words.append(isLong ? "count=1" : "count=\(1 + draw(12)),every=\(1 + draw(6))")
    let context = one(of: ["", "", "hub", "cluster1", "cluster2"])
    if !context.isEmpty { words.append("context=\(context)") }
    let verb = one(of: ["", "", "", "get", "list", "watch", "patch", "create", "delete"])
    if !verb.isEmpty, !effect.contains("verb=") { words.append("verb=\(verb)") }
    let kind = one(of: [
      "", "", "", "", "secrets", "routes", "leases", "prometheuses", "namespaces",
    ])
    if !kind.isEmpty { words.append("resource=\(kind)") }
    return words.joined(separator: ",")
  }
}

/// Objects of others near the fleet's, and the version in which they are to stay.
private struct Others {
  private let sandbox: Sandbox
  private let before: [String]

  init(_ sandbox: Sandbox) throws {
    self.sandbox = sandbox
    _ = try Bystanders(sandbox)
    before = try Self.look(sandbox)
  }

  /// What is not as it was.
  func changed() throws -> [String] {
    let after = try Self.look(sandbox)
    return Set(before).symmetricDifference(after).sorted()
  }

  private static func look(_ sandbox: Sandbox) throws -> [String] {
    let path = "jsonpath={.metadata.name} {.metadata.uid} {.metadata.resourceVersion}"
    return try ["hub", "cluster1", "cluster2"].flatMap { context in
      try [
        ["-n", "bystander", "get", "configmap/theirs"], ["get", "clusterrole/theirs"],
        ["get", "namespace/bystander"], ["get", "namespace/reverse-words-app"],
      ].map { try "\(context) \(sandbox.kubectl(context, $0 + ["-o", path]).stdout)" }
    }
  }
}

/// Somebody's object in the fleet's own namespace, which keeps that from going.
private struct Mine {
  private let sandbox: Sandbox
  private let version: String

  init(_ sandbox: Sandbox) throws {
    self.sandbox = sandbox
    try sandbox.kubectl("cluster1", "-n", "thanos", "create", "configmap", "mine")
    version = try sandbox.field("cluster1", "configmap/mine", ".metadata.resourceVersion")
  }

  var isUntouched: Bool {
    get throws {
      try sandbox.field("cluster1", "configmap/mine", ".metadata.resourceVersion") == version
        && !version.isEmpty
    }
  }

  func remove() throws {
    try sandbox.kubectl("cluster1", "-n", "thanos", "delete", "configmap/mine")
  }
}
