/// Names that fedctl and Kubernetes' tools agree on.
package enum WellKnown {
  /// The label whose value is the name of the fleet that owns an object.
  package static let fleetLabel = "fedctl.dev/fleet"
  /// The label that says which part of the fleet an object belongs to.
  package static let component = "app.kubernetes.io/component"
  /// The label that makes an object the parent of an ApplySet: the fleet's inventory.
  package static let applySetIdentifier = "applyset.kubernetes.io/id"
  /// The label of an ApplySet's members: the identifier of their parent.
  package static let applySetPartOf = "applyset.kubernetes.io/part-of"
  /// When the token in a Secret expires, in RFC 3339.
  package static let tokenExpires = "fedctl.dev/token-expires"
  /// The annotation by which a Service asks OpenShift for a certificate in the Secret it names.
  package static let servingCertificateSecret =
    "service.beta.openshift.io/serving-cert-secret-name"
  /// The annotation of a namespace that a fleet has made: only such a one is ever deleted.
  package static let createdBy = "fedctl.dev/created-by"
  /// The annotation of an object whose text others write too: what of each key of its data is the fleet's.
  package static let sharedPart = "fedctl.dev/part"
  /// The label of what the hub keeps for one managed cluster, with its name.
  package static let managedCluster = "fedctl.dev/managed-cluster"
  /// The annotation that names the ServiceAccount of a token Secret.
  package static let serviceAccountName = "kubernetes.io/service-account.name"
  /// The annotation of a Secret that has taken another's place in a rotation: the name of the first of them.
  package static let generationOf = "fedctl.dev/generation-of"
  /// OLM's label of a ClusterServiceVersion that is a copy: the namespace of the original.
  package static let copiedFrom = "olm.copiedFrom"
  /// The annotation of pods with a digest of what they read as they start.
  package static let podConfiguration = "fedctl.dev/configuration"
  /// The field manager of everything that fedctl applies.
  package static let fieldManager = "fedctl"
  /// Who OpenShift's router runs as.
  package static let router = (account: "router", namespace: "openshift-ingress")
}
