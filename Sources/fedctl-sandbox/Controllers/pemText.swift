import FoundationEssentials

/// Text in the shape of a PEM certificate.
///
/// It certifies nothing: the sandbox speaks plain HTTP.
func pemText(of subject: String) -> String {
  let text = "fedctl-sandbox stand-in, no certificate: \(subject)"
  let encoded = Data(text.utf8).base64EncodedString()
  return "-----BEGIN CERTIFICATE-----\n\(encoded)\n-----END CERTIFICATE-----\n"
}
