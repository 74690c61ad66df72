import TestSupport

@testable import Fleet

extension Sample {
  /// What comes of the file under the name `fleet.yaml`.
  var reading: FleetReading { Fleet.read(Array(text.utf8), file: "fleet.yaml") }
}

/// What is wrong with a file, or doubtful, in its order.
func facts(_ reading: FleetReading) -> [FleetFact] { reading.problems.map(\.fact) }

extension Fleet {
  /// What runs on the hub of a fleet with receive; nil for others.
  var receiving: ReceiveHub? {
    if case .receive(let design) = hub.design { design } else { nil }
  }
}

extension ManagedCluster {
  /// What runs on a cluster of a fleet with receive.
  var writer: ReceiveCluster? {
    guard case .receive(let design) = design else { return nil }
    return design
  }
}
