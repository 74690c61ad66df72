/// Who writes, as far as managedFields tells writers apart.
struct Writer: Sendable {
  let manager: String
  let apiVersion: String
  var subresource = ""
  let time: String

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

  func isUpdate(_ owner: FieldOwner) -> Bool {
    owner.isSame(as: self.owner(.update, FieldSet()))
  }

  func isApply(_ owner: FieldOwner) -> Bool {
    owner.isSame(as: self.owner(.apply, FieldSet()))
  }
}
