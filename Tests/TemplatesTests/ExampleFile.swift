import Fleet
import FoundationEssentials
import Templates
import TestSupport
import YAML

extension Fleet {
  /// The fleet of `examples/<name>/fleet.yaml`, as fedctl reads it.
  static func example(_ name: String, testFile: String = #filePath) -> Fleet {
    let root = URL(filePath: testFile).appending(path: "../../..").standardized
    let file = root.appending(path: "examples/\(name)/fleet.yaml")
    let reading = Fleet.read([UInt8]((try? Data(contentsOf: file)) ?? Data()), file: file.path())
    guard let fleet = reading.fleet else {
      preconditionFailure("\(reading.problems)")
    }
    return fleet
  }

  /// What runs on the hub of a fleet with receive; there is no such thing in others.
  var receiving: ReceiveHub {
    get {
      guard case .receive(let design) = hub.design else { preconditionFailure("\(topology)") }
      return design
    }
    set { hub.design = .receive(newValue) }
  }

  /// What runs on the hub of a fleet with sidecars; there is no such thing in others.
  var asking: ThanosHub {
    get {
      guard case .sidecar(let design) = hub.design else { preconditionFailure("\(topology)") }
      return design
    }
    set { hub.design = .sidecar(newValue) }
  }
}

extension Fleet {
  /// What runs on the hub of a fleet with collectors; there is no such thing in others.
  var collecting: CollectorHub {
    get {
      guard case .collector(let design) = hub.design else { preconditionFailure("\(topology)") }
      return design
    }
    set { hub.design = .collector(newValue) }
  }
}

extension ManagedCluster {
  /// What runs on a cluster of a fleet with receive; there is no such thing in others.
  var writer: ReceiveCluster {
    get {
      guard case .receive(let design) = design else { preconditionFailure("\(self.design)") }
      return design
    }
    set { design = .receive(newValue) }
  }

  /// What runs on a cluster of a fleet with collectors; there is no such thing in others.
  var collecting: CollectorCluster {
    get {
      guard case .collector(let design) = design else { preconditionFailure("\(self.design)") }
      return design
    }
    set { design = .collector(newValue) }
  }

  /// What runs on a cluster of a fleet with federate; there is no such thing in others.
  var reader: FederateCluster {
    get {
      guard case .federate(let design) = design else { preconditionFailure("\(self.design)") }
      return design
    }
    set { design = .federate(newValue) }
  }

  /// What runs on a cluster of a fleet with sidecars; there is no such thing in others.
  var uploader: SidecarCluster {
    get {
      guard case .sidecar(let design) = design else { preconditionFailure("\(self.design)") }
      return design
    }
    set { design = .sidecar(newValue) }
  }
}

extension BundleObjects {
  static var sample: BundleObjects {
    do {
      let documents = try YAML.documents(Array(SampleBundle.text.utf8), file: "bundle.yaml")
      return try BundleObjects(documents.map(\.json))
    } catch {
      preconditionFailure("\(error)")
    }
  }
}
