import JSON

extension JSON {
  /// Whether a finalizer says that the garbage collector has to come by first.
  var waitsForCollector: Bool {
    finalizers.contains(Propagation.foreground) || finalizers.contains(Propagation.orphan)
  }
}

/// What the garbage collector does: dependents go before their owner, after it, or are let be.
extension ClusterState {
  /// Deals with an object that waits for the collector.
  mutating func collect(_ resource: Resource, _ name: ObjectName) {
    guard let owner = object(resource, name), owner.isTerminating else { return }
    if owner.finalizers.contains(Propagation.orphan) {
      release(dependentsOf: owner)
      drop(finalizer: Propagation.orphan, of: owner)
    } else if owner.finalizers.contains(Propagation.foreground) {
      for (kind, dependent) in dependents(of: owner) where !dependent.isTerminating {
        remove(dependent, kind, by: "kube-controller-manager")
      }
      finish(owner)
    }
  }

  /// What the objects of a deleted owner have to follow it.
  mutating func collectGarbage(of owner: JSON) {
    for (resource, dependent) in dependents(of: owner) {
      remove(dependent, resource, by: "kube-controller-manager")
    }
  }

  /// Owners that waited for a dependent that is gone now.
  mutating func finishOwners(of dependent: JSON) {
    for reference in dependent.metadata["ownerReferences"]?.arrayValue ?? [] {
      let kind = reference["kind"]?.stringValue ?? ""
      let name = reference["name"]?.stringValue ?? ""
      let isNamespaced = resource(kind: kind)?.isNamespaced ?? true
      if let owner = object(kind, name, in: isNamespaced ? dependent.namespace : ""),
        owner.isTerminating, owner.finalizers.contains(Propagation.foreground)
      {
        finish(owner)
      }
    }
  }

  /// Lets an owner go once nothing depends on it any more.
  private mutating func finish(_ owner: JSON) {
    guard dependents(of: owner).isEmpty else { return }
    drop(finalizer: Propagation.foreground, of: owner)
  }

  /// Takes a controller's own mark off an object, which goes with the last one.
  mutating func drop(finalizer: String, of object: JSON) {
    let name = ObjectName(namespace: object.namespace, name: object.name)
    edit(object["kind"]?.stringValue ?? "", name, by: "kube-controller-manager") { live in
      var live = live
      let left = live.finalizers.filter { $0 != finalizer }.map(JSON.string)
      live.setMetadata("finalizers", to: left.isEmpty ? JSON?.none : .array(left))
      return live
    }
  }
}
