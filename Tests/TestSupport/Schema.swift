import Foundation

/// The schemas below `docs/schemas`, by a reader that is not fedctl.
package enum Schema {
  /// What a JSON text has that its schema forbids, a line each; empty where it is valid.
  ///
  /// - Throws: where Python's jsonschema is not there (`make setup`).
  package static func faults(
    of text: String,
    by schema: String,
    besideFile testFile: String = #filePath,
  ) throws -> String {
    let root = URL(filePath: testFile).appending(path: "../../..").standardized
    let script = """
      import json, sys, jsonschema
      schema = json.load(open(sys.argv[1]))
      jsonschema.Draft202012Validator.check_schema(schema)
      for error in jsonschema.Draft202012Validator(schema).iter_errors(json.load(sys.stdin)):
          print(error.json_path, error.message[:200])
      """
    let path = root.appending(path: "docs/schemas/\(schema)").path
    let output = try Tool.output(of: "python", ["-c", script, path], input: text)
    return String(decoding: output, as: UTF8.self)
  }
}
