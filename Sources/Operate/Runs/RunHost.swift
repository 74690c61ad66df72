/// Whoever has a run carried out: who watches it, who may approve it, and what may stop it.
///
/// The command line is one, with a terminal and signals; a test is another, with neither. A run asks
/// nothing else of the world that it runs in, but for its files and its clusters.
package struct RunHost: Sendable {
  /// Gets everything that is found and done.
  package let view: any RunView
  /// Is asked before anything is changed.
  package let approver: any Approver
  /// Returns when the run shall stop; the run cancels it when it ends by itself.
  package let interruption: @Sendable () async -> Void

  /// A host of which a run asks nothing else.
  package init(
    view: any RunView,
    approver: any Approver,
    interruption: @escaping @Sendable () async -> Void,
  ) {
    self.view = view
    self.approver = approver
    self.interruption = interruption
  }

  /// Waits for the interruption beside other work, and says so where it has come first.
  func watch(_ tell: () -> Void) async {
    await interruption()
    if !Task.isCancelled { tell() }
  }
}
