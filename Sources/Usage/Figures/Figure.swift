/// What one component of one cluster used while the cluster ran one build.
package struct Figure: Hashable, Sendable {
  package let cluster: String
  /// nil where nothing tells the cluster's version.
  package let build: Build?
  /// `UsageComponent.whole` for the cluster as a whole.
  package let component: String
  package let measure: Measure
  /// What the cluster's component used.
  package let whole: Statistics
  /// Each step's value by the nodes that the cluster had then; nil where that is not known.
  package let perNode: Statistics?
  /// Each step's value by the pods that the component had then; nil where that is not known.
  package let perPod: Statistics?

  package init(
    cluster: String,
    build: Build?,
    component: String,
    measure: Measure,
    whole: Statistics,
    perNode: Statistics?,
    perPod: Statistics?,
  ) {
    self.cluster = cluster
    self.build = build
    self.component = component
    self.measure = measure
    self.whole = whole
    self.perNode = perNode
    self.perPod = perPod
  }

  /// What is told on a scale; nil where it is not known.
  package func statistics(_ scale: Scale) -> Statistics? {
    switch scale {
    case .cluster: whole
    case .node: perNode
    case .pod: perPod
    }
  }
}

/// By what figures are made comparable between clusters of different sizes.
package enum Scale: String, CaseIterable, Hashable, Sendable {
  /// As they are.
  case cluster
  /// Each step's value by the cluster's nodes at that time.
  case node
  /// Each step's value by the component's pods at that time.
  case pod
}
