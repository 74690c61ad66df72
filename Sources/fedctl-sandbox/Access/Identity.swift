/// Who asks, as far as rights go.
struct Identity: Hashable, Sendable {
  /// As `system:serviceaccount:thanos:querier` or a user's name.
  var name: String
  /// Of service accounts; empty for all others.
  var uid = ""
  var groups: [String] = []

  /// Whoever comes without a token, as with the sandbox's kubeconfig: may do everything.
  ///
  /// Clients such as kubectl send no token over plain HTTP, so a kubeconfig could not carry one.
  static let administrator = Identity(
    name: "kube:admin",
    groups: ["system:cluster-admins", "system:masters", "system:authenticated"],
  )

  /// The holder of a service account's token.
  init(_ token: IssuedToken) {
    self.init(
      serviceAccount: token.serviceAccount,
      in: token.namespace,
      uid: token.serviceAccountUID,
    )
  }

  /// The groups of a service account follow from its namespace.
  init(serviceAccount name: String, in namespace: String, uid: String = "") {
    self.init(
      name: "system:serviceaccount:\(namespace):\(name)",
      uid: uid,
      groups: [
        "system:serviceaccounts", "system:serviceaccounts:\(namespace)", "system:authenticated",
      ],
    )
  }

  /// Anybody, with the groups given here and no others.
  init(name: String, uid: String = "", groups: [String] = []) {
    self.name = name
    self.uid = uid
    self.groups = groups
  }

  /// Somebody else that a client asks to be taken for, with the groups that follow from the name.
  init(impersonating name: String, groups: [String]) {
    let parts = name.split(separator: ":").map { String($0) }
    if parts.count == 4, parts[0] == "system", parts[1] == "serviceaccount", groups.isEmpty {
      self.init(serviceAccount: parts[3], in: parts[2])
    } else {
      let general = name == "system:anonymous" ? "system:unauthenticated" : "system:authenticated"
      self.init(name: name, groups: groups.filter { $0 != general } + [general])
    }
  }
}
