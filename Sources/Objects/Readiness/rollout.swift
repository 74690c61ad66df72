import JSON

extension JSON {
  /// Whether a controller has seen the newest form of the object.
  var isObserved: Bool { count("observedGeneration") >= metadata.generation }

  /// A number of the status; controllers leave out those that are 0.
  func count(_ field: String) -> Int64 { self["status"]?[field]?.integerValue ?? 0 }

  /// The replicas that are asked for; the API server takes 1 where nothing is said.
  var wantedReplicas: Int64 { self["spec"]?["replicas"]?.integerValue ?? 1 }
}
