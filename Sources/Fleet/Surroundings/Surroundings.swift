/// What holds for everything that the fleet has on one cluster, said once.
package struct Surroundings: Hashable, Sendable {
  /// Where images come from.
  package var images = Images()
  /// The way out for pods; nil where they go out by themselves.
  package var proxy: WebProxy?
  /// Where pods run that say nothing else.
  package var placement = Placement()
  /// What every object bears beside fedctl's own labels and annotations.
  package var metadata = CommonMetadata()
}
