import Foundation

/// The schemas below `docs/schemas`, by a reader that is not fedctl.
package enum Schema {
  /// What JSON texts have that their schema forbids, a line each; empty where all are valid.
  ///
  /// One text, or several with nothing but white space between them.
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
      text, start = sys.stdin.read().strip(), 0
      while start < len(text):
          document, end = json.JSONDecoder().raw_decode(text[start:])
          start += end + len(text[start + end:]) - len(text[start + end:].lstrip())
          for error in jsonschema.Draft202012Validator(schema).iter_errors(document):
              print(error.json_path, error.message[:200])
      """
    let path = root.appending(path: "docs/schemas/\(schema)").path
    let output = try Tool.output(of: "python", ["-c", script, path], input: text)
    return String(decoding: output, as: UTF8.self)
  }
}
