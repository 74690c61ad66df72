/// A rule that looks at more than one value of the file.
struct Rule: Sendable {
  let problems: @Sendable (FleetSource) -> [FleetProblem]

  static let all: [Rule] = [
    .clustersAreNamed, .distinctNames, .distinctContexts, .distinctServers, .distinctExternalLabels,
    .hubsClusterIsTheHub, .groupsAreThere, .ruleGroupsFit, .platformRulesHaveNamespaces,
    .distinctScrapeJobs, .distinctServiceMonitors, .regionOnAWS,
    .regionFitsEndpoint, .selectorsSelect, .sourceIsWanted, .secretNamesItsEntries,
    .podIdentityNeedsEKS, .kmsNamesItsKey,
    .madeMeansLookedAt, .bucketIsLookedAt, .tlsToAWS, .downsamplingHasTime, .imagesStayTheSame,
    .authorityNeedsTLS, .tolerationsAgree, .namespacesAdmitExporters, .requestsFitLimits, .oneWayIn,
    .ingressFitsItsClass,
    .distinctIngressHosts, .loadBalancersAreGuarded, .hubIsGuarded, .copiesFitPods, .hubIsReached,
    .grafanaFits,
    .routeHostsFit, .certificatesHaveHosts,
    .platformsKeys, .placementPlacesPods,
    .platformRemoteWrite, .distinctWriteTargets, .relabellingKeepsIdentity, .scrapingKeepsIdentity,
    .patchesMatch,
    .patchesSayWhatTheyDo, .bundlesArePinned,
    .collectorsHaveImages, .tokensAreEncrypted, .namesFitCertificates, .operatorRunsPrometheus,
    .versionsAreMaintained, .loginsAreRead, .querierSpeaksTLS, .componentsRunSomewhere,
  ]
}
