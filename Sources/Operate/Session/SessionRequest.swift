package import Kubernetes
package import Text

/// What a person asks of a run before anything is read: where the files are, and who may be believed.
///
/// Nothing in it comes from the process itself, so that a test can ask for any.
package struct SessionRequest: Sendable {
  /// As the person gave it; what it names is relative to its folder.
  package var fleetFile: String
  /// nil takes what `KUBECONFIG` says, or else the one in the home folder.
  package var kubeconfig: String?
  /// Names of clusters whose recorded identity may be replaced by what is found now.
  package var acceptedIdentities: Set<String>
  /// Names of clusters that left the fleet file, are out of reach, and need not be remembered any more.
  package var forgottenClusters: Set<String>
  /// How much may be under way at once.
  package var limits: RequestLimits
  /// Where the run adds each secret that it reads, makes or is given, before it is used; whoever prints
  /// what the run tells goes past it.
  package var secrets: KnownSecrets
  /// For how long a cluster that gives no answer is asked again.
  package var patience: Patience
  /// Whether the bucket's keys are needed: who only looks at clusters has no use for them.
  package var needsBucketKeys = true
  /// The process' variables, from which credentials and folders are found.
  package var environment: [String: String]

  package init(
    fleetFile: String,
    kubeconfig: String? = nil,
    acceptedIdentities: Set<String> = [],
    forgottenClusters: Set<String> = [],
    limits: RequestLimits = RequestLimits(),
    secrets: KnownSecrets = KnownSecrets(),
    patience: Patience = Patience(),
    environment: [String: String],
  ) {
    self.fleetFile = fleetFile
    self.kubeconfig = kubeconfig
    self.acceptedIdentities = acceptedIdentities
    self.forgottenClusters = forgottenClusters
    self.limits = limits
    self.secrets = secrets
    self.patience = patience
    self.environment = environment
  }
}
