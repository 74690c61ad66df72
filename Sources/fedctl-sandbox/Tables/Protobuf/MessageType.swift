/// The fields of a protobuf message by their numbers.
struct MessageType: Sendable {
  /// One line of the table: number, name and type.
  struct Field: Sendable {
    enum Shape: Sendable {
      case single
      case list
      case map
    }

    let name: String
    let type: String
    let shape: Shape
  }

  let fields: [Int: Field]

  /// The messages that the sandbox reads.
  static let known: [String: MessageType] = Dictionary(
    uniqueKeysWithValues: messageTable.split(separator: "\n").map { line in
      let words = line.split(separator: " ").map { String($0) }
      return (words[0], MessageType(words.dropFirst()))
    }
  )

  /// The words of the line; the table is ours, so it is not refused.
  private init(_ words: ArraySlice<String>) {
    var fields: [Int: Field] = [:]
    for word in words {
      let parts = word.split(separator: ":").map { String($0) }
      guard parts.count == 3, let number = Int(parts[1]) else { continue }
      let shape: Field.Shape =
        switch parts[2].first {
        case "*": .list
        case "%": .map
        default: .single
        }
      let type = String(parts[2].drop { "*%".contains($0) })
      fields[number] = Field(name: parts[0], type: type, shape: shape)
    }
    self.fields = fields
  }
}
