/// What sets a kind apart from others in how fedctl treats its objects.
package enum KindTrait: Hashable, Sendable, CaseIterable {
  /// A fleet may own such objects: they are listed, by the fleet's label, to learn the present state.
  case owned
  /// Others mark such objects too: adopting one takes nothing of theirs away.
  case shared
  /// It works for the whole cluster: one that somebody else has made is left as it is.
  case firstComeFirstServed
  /// A removal from the fleet file never deletes it: its loss is the loss of data.
  case neverPruned
  /// It runs pods, or an operator makes it run some.
  case workload
  /// A CustomResourceDefinition brings it, so that a cluster that does not serve its group has none; of what other
  /// servers serve, the list of groups says nothing while they are away.
  case defined
  /// The fleet file's `patches` may name it.
  case patchable
}
