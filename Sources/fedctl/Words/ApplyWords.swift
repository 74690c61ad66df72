import Apply
import Certificates
import Kubernetes
import Objects
import Plan

extension ApplyError {
  /// What has gone wrong with the object, and why.
  var words: String {
    switch self {
    case .obstacle(let obstacle): obstacle.words
    case .kubernetes(let error): error.words
    case .deletedOnly(let error): "it was deleted and could not be created again: \(error.words)"
    case .wait(let error): error.words
    case .missing(let value): "it needs \(value.words), which is not there"
    case .otherOperatorOffered(let plan, let offered, let pinned):
      "\(plan.localDescription) would install \(offered.joined(separator: ", ")), and \(pinned) is pinned"
    case .certificate(let certificate, let error):
      "the certificate of \(certificate.commonName) cannot be made: libcrypto could not \(error.words)"
    case .noClient(let cluster): "there is no way to cluster \(cluster)"
    case .notEmpty(let objects):
      "it is left, since it holds objects of others: \(objects.someWords)"
    case .disowned: "it is left, since it bears the fleet's label no more"
    case .unresolved(let host): "\(host) does not resolve on this machine"
    case .interrupted: "interrupted before it was done"
    }
  }

  /// What to do next, where it is not plain.
  var remedy: String? {
    switch self {
    case .kubernetes(let error), .deletedOnly(let error): error.remedy
    case .wait(let error): error.remedy
    case .missing: "Check the producing object on its cluster, then run it again."
    case .otherOperatorOffered:
      "Pin that version in prometheusOperator.startingCSV, or let the catalog offer the pinned one."
    case .unresolved:
      """
      Look at whoever makes the record, as external-dns, then run it again; without \
      `--wait-for-dns` where only the clusters' own network knows the name.
      """
    case .obstacle, .noClient, .certificate, .notEmpty, .disowned, .interrupted: nil
    }
  }
}
