import JSON

extension Key {
  static let server = Key(
    "server",
    .text(.serverURL),
    .optional,
    "The API server that the context must lead to; anything else is refused.",
    starter: .commentedOut("https://api.example.com:6443"),
    takesVariables: true,
  )
}
