import JSON

/// Asks one HTTP path of a container every few seconds.
func probe(
  _ path: String,
  port: String,
  scheme: String = "HTTP",
  everySeconds: Int64,
  failures: Int64,
) -> JSON {
  [
    "httpGet": ["path": .string(path), "port": .string(port), "scheme": .string(scheme)],
    "periodSeconds": .integer(everySeconds),
    "failureThreshold": .integer(failures),
  ]
}
