extension TextForm {
  /// A container image with a tag or digest, so that what runs today runs tomorrow.
  static let image = TextForm(
    pattern: "^\\S+[:@]\\S+$",
    example: "registry.example.com/team/name:v1.2.3",
  ) { text in
    guard text.wholeMatch(of: /[A-Za-z0-9][A-Za-z0-9._\/:@-]*/) != nil else {
      return .image(text)
    }
    let name = text.split(separator: "/").last ?? ""
    guard name.contains(":") || name.contains("@") else {
      return .untaggedImage(text)
    }
    return nil
  }

  /// An extra argument that does not take a flag out of fedctl's hands.
  ///
  /// `owned` is flags that the rest of the fleet depends on, without dashes; `--no-` switches one off.
  static func argument(owned: [String]) -> TextForm {
    TextForm(pattern: "^--?[a-z]", example: "--log.level=debug") { text in
      guard text.wholeMatch(of: /--?[a-z][A-Za-z0-9.\-]*(=[\s\S]*)?/) != nil else {
        return .flag(text)
      }
      let flag = text.prefix { $0 != "=" }
      let name = flag.drop { $0 == "-" }
      guard owned.contains(where: { name == $0 || name == "no-\($0)" }) else { return nil }
      return .ownedFlag(String(flag))
    }
  }
}
