import FoundationEssentials
import JSON
import Testing
import Text

@testable import Apply

/// What a Lease says, without any cluster.
struct LeaseRecordTests {
  private let times = LeaseTimes()

  private func record(_ spec: JSON) -> LeaseRecord {
    LeaseRecord(["metadata": ["resourceVersion": "7", "uid": "u"], "spec": spec])
  }

  private func date(_ text: String) throws -> Date { try Date.ISO8601FormatStyle().parse(text) }

  @Test func `a lease that was renewed ends when its own duration is over`() throws {
    let lease = record([
      "holderIdentity": "a", "leaseDurationSeconds": 90,
      "renewTime": "2026-01-01T00:00:00.123456Z",
    ])
    #expect(lease.holder == "a")
    #expect(lease.resourceVersion == "7")
    #expect(lease.uid == "u")
    #expect(lease.expiry(times) == (try date("2026-01-01T00:01:30Z")))
  }

  @Test func `one that does not say how long ends after our own lifetime`() throws {
    let lease = record(["holderIdentity": "a", "renewTime": "2026-01-01T00:00:00.000000Z"])
    #expect(lease.expiry(times) == (try date("2026-01-01T00:01:00Z")))
  }

  @Test(
    arguments: [
      [:], ["holderIdentity": ""], ["holderIdentity": "a"],
      ["holderIdentity": "a", "renewTime": "yesterday"], ["holderIdentity": "a", "renewTime": 7],
    ] as [JSON]
  )
  func `one that was released, or says nothing that can be read, holds nobody off`(spec: JSON) {
    let lease = record(spec)
    #expect(lease.expiry(times) == nil)
  }

  @Test func `nobody is a holder, and not one without a name`() {
    #expect(record(["holderIdentity": ""]).holder == nil)
    #expect(record([:]).holder == nil)
  }

  @Test func `a time is written with six digits, as the API wants it, and read back`() throws {
    let now = try date("2026-03-04T05:06:07Z")
    let text = RFC3339.microTime(of: now)
    #expect(text == "2026-03-04T05:06:07.000000Z")
    #expect(record(["renewTime": .string(text)]).renewal == now)
  }

  @Test func `several renewals fit into a lifetime`() {
    #expect(times.renewal * 2 < times.lifetime)
  }
}
