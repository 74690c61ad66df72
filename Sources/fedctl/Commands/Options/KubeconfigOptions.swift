import ArgumentParser

/// Which kubeconfig is read.
struct KubeconfigOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The kubeconfig to read instead of $KUBECONFIG or ~/.kube/config.",
      valueName: "file",
    ),
    completion: .file(),
  )
  var kubeconfig: String?
}
