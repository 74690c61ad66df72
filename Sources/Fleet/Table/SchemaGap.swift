/// The table of keys and the code that reads them have come apart: a mistake of fedctl's own.
struct SchemaGap: Error, Hashable {
  let key: String
}
