import JSON

/// What the parameters of a write ask for.
struct WriteOptions: Sendable {
  /// Nil where the request names none.
  var fieldManager: String?
  /// Whether all is done but the write itself.
  var isDryRun = false
  /// Whether apply takes fields from their owners.
  var isForced = false
  var fieldValidation = FieldValidation.warn
  var userAgent = ""
  /// As `status` or `scale`; empty for the object itself.
  var subresource = ""
  /// Who writes, where it matters that they give no more rights than they have.
  var author: Identity?
  /// The version that the writer speaks of; nil for that of the kind as it is kept.
  var apiVersion: String?

  /// What a write without parameters asks for.
  init() {}

  /// Reads a request's parameters; `kind` is what the server calls them, as `PatchOptions`.
  init(_ request: APIRequest, kind: String, subresource: String) throws(APIStatus) {
    let query = request.query
    var problems = Problems()
    fieldManager = query["fieldManager"]
    isForced = query.flag("force")
    userAgent = request.userAgent
    self.subresource = subresource
    if let text = query["dryRun"] {
      isDryRun = text == "All"
      let place = Place([.string(text)], at: "dryRun")
      if !isDryRun { problems.unsupported(place, ["All"]) }
    }
    if let text = query["fieldValidation"] {
      let place = Place(.string(text), at: "fieldValidation")
      let known = FieldValidation(rawValue: text)
      if known == nil { problems.unsupported(place, ["", "Ignore", "Strict", "Warn"]) }
      fieldValidation = known ?? .warn
    }
    checkManager(isApply: request.isApply, &problems)
    if isForced, !request.isApply, kind == "PatchOptions" {
      problems.forbidden(Place(nil, at: "force"), "may not be specified for non-apply patch")
    }
    guard problems.isEmpty else {
      throw .invalid(kind: kind, group: "meta.k8s.io", "", problems.fields)
    }
  }

  /// A manager has to be named in apply, and is at most 128 bytes long.
  private func checkManager(isApply: Bool, _ problems: inout Problems) {
    let place = Place(fieldManager.map(JSON.string), at: "fieldManager")
    if isApply, !place.exists { problems.required(place, "is required for apply patch") }
    if place.text.utf8.count > 128 { problems.tooLong(place, bytes: 128) }
  }

  /// The manager that a write is recorded for: the one it names, else the program's name.
  var manager: String {
    fieldManager ?? userAgent.split(separator: "/").first.map { String($0) } ?? "unknown"
  }

  /// Who writes, as managedFields is to have it.
  func writer(_ apiVersion: String, at time: String) -> Writer {
    Writer(
      manager: manager,
      apiVersion: self.apiVersion ?? apiVersion,
      subresource: subresource,
      time: time,
    )
  }

  /// The same by somebody whose rights matter; nil for anybody.
  func by(_ author: Identity?) -> WriteOptions {
    var options = self
    options.author = author
    return options
  }
}

/// What becomes of fields that a kind does not have.
enum FieldValidation: String, Sendable {
  /// They are dropped.
  case ignore = "Ignore"
  /// They are dropped, and the client is told.
  case warn = "Warn"
  /// The request is refused.
  case strict = "Strict"
}

extension APIRequest {
  /// Whether the request is a server-side apply.
  var isApply: Bool { method == "PATCH" && contentType.hasPrefix("application/apply-patch") }
}
