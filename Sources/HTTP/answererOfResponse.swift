package import Facts

extension Answerer {
  /// Who gave a response to a request for this URL.
  package init(_ response: HTTPResponse, to url: String) {
    self.init(
      url: PrintableURL.text(of: url),
      program: response.values(of: "Server").first { !$0.isEmpty },
      location: response.values(of: "Location").first.map(PrintableURL.text),
    )
  }
}
