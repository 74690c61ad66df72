package import Facts
package import YAML

/// A fact about a fleet file, by subject.
package enum FleetFact: Hashable, Sendable {
  case yaml(YAMLError)
  case document(DocumentProblem)
  case include(IncludeProblem)
  case variable(VariableProblem)
  case table(TableProblem)
  case form(FormFlaw)
  case cluster(ClusterProblem)
  case bucket(BucketProblem)
  case hub(HubProblem)
  case dashboard(DashboardProblem)
  case platform(PlatformProblem)
  case remoteWrite(RemoteWriteProblem)
  case access(AccessProblem)
  case relabelling(RelabellingProblem)
  case receive(ReceiveProblem)
  case federate(FederateProblem)
  case sidecar(SidecarProblem)
  case exposure(ExposureProblem)
  case collector(CollectorProblem)
  case bundle(OperatorSourceProblem)
  case component(ComponentProblem)
  case ruleGroup(RuleGroupProblem)
  case patch(PatchProblem)
  case version(VersionProblem)
}

extension FleetFact {
  /// The fact of the subject, which has the code.
  package var fact: any Fact {
    switch self {
    case .yaml(let fact): fact
    case .document(let fact): fact
    case .include(let fact): fact
    case .variable(let fact): fact
    case .table(let fact): fact
    case .form(let fact): fact
    case .cluster(let fact): fact
    case .bucket(let fact): fact
    case .hub(let fact): fact
    case .dashboard(let fact): fact
    case .platform(let fact): fact
    case .remoteWrite(let fact): fact
    case .access(let fact): fact
    case .relabelling(let fact): fact
    case .receive(let fact): fact
    case .federate(let fact): fact
    case .sidecar(let fact): fact
    case .exposure(let fact): fact
    case .collector(let fact): fact
    case .bundle(let fact): fact
    case .component(let fact): fact
    case .ruleGroup(let fact): fact
    case .patch(let fact): fact
    case .version(let fact): fact
    }
  }
}
