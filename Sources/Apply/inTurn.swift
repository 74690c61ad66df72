/// Does work on each element, no more than so many at once, and takes what comes of it as it comes.
///
/// A task takes some kilobytes from its beginning on, also while it waits for a place to send its request: what is
/// begun together must not be as many as the fleet has clusters or objects.
func inTurn<Element: Sendable, Outcome: Sendable>(
  _ elements: some Sequence<Element>,
  atOnce limit: Int,
  _ work: @escaping @Sendable (Element) async -> Outcome,
  then take: (Outcome) -> Void,
) async {
  await withTaskGroup(of: Outcome.self) { group in
    var underWay = 0
    for element in elements {
      if underWay >= max(1, limit), let outcome = await group.next() {
        take(outcome)
        underWay -= 1
      }
      group.addTask { await work(element) }
      underWay += 1
    }
    for await outcome in group { take(outcome) }
  }
}
