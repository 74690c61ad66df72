/// What `fedctl init` says in the file that it writes, beside the table's own documentation of keys.
enum StarterWords {
  static let heading =
    "A fleet of clusters that send their metrics to a hub. Check it: fedctl validate"
}
