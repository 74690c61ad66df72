package import JSON
package import Objects
import Text

extension HandOff.Field {
  /// The field's value in the live producer; nil while the producer does not have it.
  ///
  /// Bound tokens are no part of any object: for them the answer is nil.
  package func value(in producer: JSON) -> String? {
    switch self {
    case .admittedHost: admittedHost(of: producer)
    case .loadBalancerHost: loadBalancerHost(of: producer)
    case .data(let key): data(key, of: producer)
    case .text(let path): producer[path]?.stringValue
    case .uid: producer.metadata.uid
    case .boundToken, .boundTokenExpiry: nil
    }
  }

  /// The host under which a router has admitted the Route; an entry that was refused does not count.
  private func admittedHost(of route: JSON) -> String? {
    route["status"]?["ingress"]?.arrayValue?.first { entry in
      entry.ownConditions.contains { $0.type == "Admitted" && $0.isTrue }
    }?["host"]?.stringValue
  }

  /// Clouds give a name or an address; one of IPv6 stands in brackets before a port.
  private func loadBalancerHost(of service: JSON) -> String? {
    guard let entry = service["status"]?["loadBalancer"]?["ingress"]?[0] else { return nil }
    if let name = entry["hostname"]?.stringValue, !name.isEmpty { return name }
    guard let address = entry["ip"]?.stringValue, !address.isEmpty else { return nil }
    return address.contains(":") ? "[\(address)]" : address
  }

  private func data(_ key: String, of object: JSON) -> String? {
    guard let text = object["data"]?[key]?.stringValue, !text.isEmpty else { return nil }
    guard object["kind"] == "Secret" else { return text }
    return Base64.string(of: text)
  }
}
