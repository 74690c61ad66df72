/// Who writes, as far as managedFields tells writers apart.
struct Writer: Sendable {
  let manager: String
  let apiVersion: String
  var subresource = ""
  /// Now, for fields that change by this write.
  let time: String

  /// The entry of managedFields that this writer has for some fields.
  func owner(_ operation: FieldOwner.Operation, _ fields: FieldSet) -> FieldOwner {
    FieldOwner(
      manager: manager,
      operation: operation,
      apiVersion: apiVersion,
      subresource: subresource,
      time: time,
      fields: fields,
    )
  }

  /// Whether an entry is what this writer changed.
  func isUpdate(_ owner: FieldOwner) -> Bool {
    owner.isSame(as: self.owner(.update, FieldSet()))
  }

  /// Whether an entry is what this writer applied.
  func isApply(_ owner: FieldOwner) -> Bool {
    owner.isSame(as: self.owner(.apply, FieldSet()))
  }
}
