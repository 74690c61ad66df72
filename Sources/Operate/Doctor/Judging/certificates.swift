import Certificates
import JSON
import Kubernetes
import Objects
import Plan
import Text

/// When the certificates of a cluster end, as far as fedctl can see them.
extension ClusterExam {
  /// Those of the fleet's Secrets and Routes, of the Secrets that Ingresses and Routes name, and what the kubeconfig has.
  ///
  /// Text that is no certificate is passed over: who made it tells that in its own way.
  var certificates: [Finding] {
    let found = ends
    let ending = found.filter { $0.end - now < Self.soon && !due.keys.contains($0.place) }
    let problems =
      ending.map { ExpiryFinding.certificateEnds($0.place, inSeconds: $0.end - now) }
      + due.values.sorted { $0.object < $1.object }.map { .certificateIsDue($0.object, $0.reason) }
    if !problems.isEmpty { return problems.map(Finding.expiry) }
    let first = found.map { $0.end - now }.min()
    return found.isEmpty ? [] : [.expiry(.certificatesLast(found.count, firstEnds: first))]
  }

  /// What ends sooner is told while there is time to do something about it.
  private static let soon = 14 * 86_400

  private typealias End = (place: ExpiryFinding.CertificatePlace, end: Int)

  private var ends: [End] {
    let login = answers.login
    let context = snapshot.identity.context
    let texts: [(ExpiryFinding.CertificatePlace, String?)] =
      certificateObjects.map { (.object($0.key), $0.value) }
      + [
        (.server(context: context), answers.serverCertificate),
        (.client(context: context), login?.certificate),
        (.authority(context: context), login?.authorities),
      ]
    return texts.compactMap { place, pem in
      guard let pem, let end = (try? Certificate(pem))?.notAfter else { return nil }
      return (place, end)
    }
  }

  /// In PEM, by the object that holds it, in the order of their names.
  private var certificateObjects: [(key: ObjectReference, value: String)] {
    let secrets = snapshot.objects.filter { $0.key.kind == .secret && isOfFleet($0.value) }
      .merging(answers.secrets) { $1 }
    let held = secrets.compactMapValues { $0["data"]?["tls.crt"]?.stringValue }
      .compactMapValues { Base64.string(of: $0) }
    let routes = snapshot.objects.filter { $0.key.kind == .route && isOfFleet($0.value) }
      .compactMapValues { $0["spec"]?["tls"]?["certificate"]?.stringValue }
    return held.merging(routes) { $1 }.sorted { $0.key < $1.key }
  }

  private func isOfFleet(_ object: JSON) -> Bool {
    object.metadata.label(WellKnown.fleetLabel) == fleet
  }

  /// Those that fedctl makes and would make anew.
  private var due:
    [ExpiryFinding.CertificatePlace: (object: ObjectReference, reason: RenewalReason)]
  {
    let renewed = live.certificateNotes.compactMap {
      object,
      notes -> (ObjectReference, RenewalReason)? in
      guard object.cluster == cluster else { return nil }
      let reasons = notes.compactMap { note -> RenewalReason? in
        if case .certificateIsRenewed(let reason) = note { reason } else { nil }
      }
      return reasons.first.map { (object, $0) }
    }
    return Dictionary(renewed.map { (.object($0), (object: $0, reason: $1)) }) { $1 }
  }
}
