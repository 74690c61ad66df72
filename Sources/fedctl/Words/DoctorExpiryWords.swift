import Diagnostics
import Objects
import Operate
import Plan

extension ExpiryFinding {
  /// Behind the name of the check; of a token or a key never more than where it is.
  var words: String {
    switch self {
    case .certificatesLast(let count, let first):
      Count(count, "certificate").description
        + (first.map { ", the first of which ends in \(Note.days($0))" } ?? "")
    case .certificateEnds(let place, let seconds): "\(place.words) \(Self.ending(seconds))"
    case .certificateIsDue(let object, let reason):
      "that of \(object.localDescription) is to be made anew: \(reason.words)"
    case .tokensAccepted(let count, let first):
      "the hub accepts \(Count(count, "token"))"
        + (first.map { ", which ends in \(Note.days($0))" } ?? "")
    case .tokenEnds(let object, let seconds):
      "that of \(object.localDescription) \(Self.ending(seconds))"
    case .tokenRefused(let object): "the hub does not accept that of \(object.localDescription)"
    case .tokenDiffers(let object, let producer):
      "that of \(object.localDescription) is not the one in \(producer)"
    case .tokenRevoked(let object, let producer):
      "that of \(object.localDescription) has no Secret on the hub any more: \(producer)"
    case .tokenUntold(let object):
      "the hub cannot be asked whether it accepts that of \(object.localDescription)"
    case .loginEnds(let context, let seconds):
      "that of context \(context) in the kubeconfig \(Self.ending(seconds))"
    }
  }

  private static func ending(_ seconds: Int) -> String {
    seconds > 0 ? "ends in \(Note.days(seconds))" : "has ended"
  }

  /// What to do next; nothing where all is well.
  var remedy: String {
    switch self {
    case .certificatesLast, .tokensAccepted, .tokenUntold: ""
    case .certificateEnds(.object(let object), _):
      "Have whoever made \(object.localDescription) renew it; what fedctl makes, `fedctl apply` renews."
    case .certificateEnds(.server, _):
      "Have the cluster's administrators renew it (`kubeadm certs renew apiserver`, where kubeadm made it)."
    case .certificateEnds(.client(let context), _): "Log in again to context \(context)."
    case .certificateEnds(.authority(let context), _):
      "Get the kubeconfig of context \(context) anew, with the cluster's present authority."
    case .certificateIsDue: "Run `fedctl apply`, which makes it anew."
    case .tokenEnds, .tokenRefused, .tokenDiffers, .tokenRevoked:
      "Run `fedctl apply`, which makes a token anew and hands it over."
    case .loginEnds(let context, _): "Log in again to context \(context)."
    }
  }
}

extension ExpiryFinding.CertificatePlace {
  /// As it begins a sentence.
  fileprivate var words: String {
    switch self {
    case .object(let object): "that of \(object.localDescription)"
    case .server(let context): "the one that the API server of context \(context) shows"
    case .client(let context): "the client's of context \(context) in the kubeconfig"
    case .authority(let context):
      "the API server's authority of context \(context) in the kubeconfig"
    }
  }
}
