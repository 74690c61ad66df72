import Testing

@testable import Operate

/// Whose clock is off follows from what most agree on.
struct ClockTests {
  @Test func `what differs by less than answers may take agrees`() {
    let found = clocks(["hub": 0.4, "a": -1.9, "b": nil])
    #expect(found.machine == nil)
    #expect(found.clusters == ["hub": .agrees, "a": .agrees, "b": .untold])
  }

  @Test func `one cluster that is off is told of that cluster alone`() {
    let found = clocks(["hub": 0.2, "a": 300.3, "b": -0.6])
    #expect(found.machine == nil)
    #expect(found.clusters == ["hub": .agrees, "a": .clusterOff(seconds: 300), "b": .agrees])
  }

  @Test func `a machine that is off is told once`() {
    let found = clocks(["hub": 120, "a": 121, "b": 120, "c": 0])
    #expect(found.machine == .machineOff(seconds: -120))
    #expect(found.clusters["hub"] == .agrees)
    #expect(found.clusters["c"] == .clusterOff(seconds: -120))
  }

  @Test func `of two, this machine's time counts; of one it does always`() {
    #expect(clocks(["hub": 0, "a": 70]).machine == nil)
    #expect(clocks(["hub": 0, "a": 70]).clusters["a"] == .clusterOff(seconds: 70))
    #expect(clocks(["hub": -70]).clusters["hub"] == .clusterOff(seconds: -70))
  }

  @Test func `from a minute on tokens are refused`() {
    #expect(ClockFinding.clusterOff(seconds: -60).gravity == .error)
    #expect(ClockFinding.clusterOff(seconds: 59).gravity == .warning)
  }
}
