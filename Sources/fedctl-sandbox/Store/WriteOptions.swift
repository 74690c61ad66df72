/// What the parameters of a write ask for.
struct WriteOptions: Sendable {
  var fieldManager: String?
  var isDryRun = false
  var isForced = false
  var fieldValidation = "Warn"
  var userAgent = ""
  var subresource = ""

  init() {}

  init(_ request: APIRequest, subresource: String) throws(APIStatus) {
    let query = request.query
    fieldManager = query["fieldManager"]
    isForced = query.flag("force")
    fieldValidation = query["fieldValidation"] ?? "Warn"
    userAgent = request.userAgent
    self.subresource = subresource
    switch query["dryRun"] {
    case nil: break
    case "All": isDryRun = true
    case let other?: throw .badRequest("Invalid value: \"\(other)\": supported values: \"All\"")
    }
  }

  /// The manager that a write is recorded for: the one it names, else the program's name.
  var manager: String {
    fieldManager ?? userAgent.split(separator: "/").first.map { String($0) } ?? "unknown"
  }

  func writer(_ apiVersion: String, at time: String) -> Writer {
    Writer(manager: manager, apiVersion: apiVersion, subresource: subresource, time: time)
  }
}
