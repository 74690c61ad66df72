// Written by Scripts/condense-schemas.py, which says how to read it.

let schemaTable = #"""
  ?;s;m1;S1 ~;{apiVersion:1 fieldsType:1 fieldsV1:0 manager:1 operation:1 subresource:1 time:1};l4
  !{apiVersion:1 blockOwnerDeletion:1 controller:1 kind:1 name:1 uid:1};L6 uid ~uid
  {annotations:2 creationTimestamp:1 deletionGracePeriodSeconds:1 deletionTimestamp:1 finalizers:3 generateName:1 generation:1 labels:2 managedFields:5 name:1 namespace:1 ownerReferences:7 resourceVersion:1 selfLink:1 uid:1}
  l1;{key:1 operator:1 values:9};l10;!{matchExpressions:11 matchLabels:2};{maxSurge:1 maxUnavailable:1};{rollingUpdate:13 type:1}
  !{matchExpressions:11 matchFields:11};{preference:15 weight:1};l16;l15;!{nodeSelectorTerms:18}
  {preferredDuringSchedulingIgnoredDuringExecution:17 requiredDuringSchedulingIgnoredDuringExecution:19}
  {labelSelector:12 matchLabelKeys:9 mismatchLabelKeys:9 namespaceSelector:12 namespaces:9 topologyKey:1};{podAffinityTerm:21 weight:1};l22;l21
  {preferredDuringSchedulingIgnoredDuringExecution:23 requiredDuringSchedulingIgnoredDuringExecution:24};{nodeAffinity:20 podAffinity:25 podAntiAffinity:25}
  !{key:1 name:1 optional:1};!{apiVersion:1 fieldPath:1};!{key:1 optional:1 path:1 volumeName:1};!{containerName:1 divisor:1 resource:1}
  {configMapKeyRef:27 fieldRef:28 fileKeyRef:29 resourceFieldRef:30 secretKeyRef:27};{name:1 value:1 valueFrom:31};L32 name ~name;{name:1 optional:1}
  {configMapRef:34 prefix:1 secretRef:34};l35;{command:9};{name:1 value:1};l38;{host:1 httpHeaders:39 path:1 port:1 scheme:1};{seconds:1};{host:1 port:1}
  {exec:37 httpGet:40 sleep:41 tcpSocket:42};{postStart:43 preStop:43 stopSignal:1};{port:1 service:1}
  {exec:37 failureThreshold:1 grpc:45 httpGet:40 initialDelaySeconds:1 periodSeconds:1 successThreshold:1 tcpSocket:42 terminationGracePeriodSeconds:1 timeoutSeconds:1}
  {containerPort:1 hostIP:1 hostPort:1 name:1 protocol:1};L47 containerPort,protocol=TCP ~containerPort;{resourceName:1 restartPolicy:1};l49;{name:1 request:1}
  L51 name;{claims:52 limits:2 requests:2};S1;{operator:1 values:54};{action:1 exitCodes:55};l56;{localhostProfile:1 type:1};{add:9 drop:9}
  {level:1 role:1 type:1 user:1};{gmsaCredentialSpec:1 gmsaCredentialSpecName:1 hostProcess:1 runAsUserName:1}
  {allowPrivilegeEscalation:1 appArmorProfile:58 capabilities:59 privileged:1 procMount:1 readOnlyRootFilesystem:1 runAsGroup:1 runAsNonRoot:1 runAsUser:1 seLinuxOptions:60 seccompProfile:58 windowsOptions:61}
  {devicePath:1 name:1};L63 devicePath ~devicePath;{mountPath:1 mountPropagation:1 name:1 readOnly:1 recursiveReadOnly:1 subPath:1 subPathExpr:1}
  L65 mountPath ~mountPath
  {args:9 command:9 env:33 envFrom:36 image:1 imagePullPolicy:1 lifecycle:44 livenessProbe:46 name:1 ports:48 readinessProbe:46 resizePolicy:50 resources:53 restartPolicy:1 restartPolicyRules:57 securityContext:62 startupProbe:46 stdin:1 stdinOnce:1 terminationMessagePath:1 terminationMessagePolicy:1 tty:1 volumeDevices:64 volumeMounts:66 workingDir:1}
  L67 name ~name;{nameservers:9 options:39 searches:9}
  {args:9 command:9 env:33 envFrom:36 image:1 imagePullPolicy:1 lifecycle:44 livenessProbe:46 name:1 ports:48 readinessProbe:46 resizePolicy:50 resources:53 restartPolicy:1 restartPolicyRules:57 securityContext:62 startupProbe:46 stdin:1 stdinOnce:1 targetContainerName:1 terminationMessagePath:1 terminationMessagePolicy:1 tty:1 volumeDevices:64 volumeMounts:66 workingDir:1}
  L70 name ~name;{hostnames:9 ip:1};L72 ip ~ip;!{name:1};L74 name ~name;a;{name:1};{conditionType:1};l78;{name:1 resourceClaimName:1 resourceClaimTemplateName:1}
  L80 name ~name;L77 name ~name;{podGroupName:1}
  {appArmorProfile:58 fsGroup:1 fsGroupChangePolicy:1 runAsGroup:1 runAsNonRoot:1 runAsUser:1 seLinuxChangePolicy:1 seLinuxOptions:60 seccompProfile:58 supplementalGroups:9 supplementalGroupsPolicy:1 sysctls:39 windowsOptions:61}
  {effect:1 key:1 operator:1 tolerationSeconds:1 value:1};l85
  {labelSelector:12 matchLabelKeys:9 maxSkew:1 minDomains:1 nodeAffinityPolicy:1 nodeTaintsPolicy:1 topologyKey:1 whenUnsatisfiable:1}
  L87 topologyKey,whenUnsatisfiable ~topologyKey;{fsType:1 partition:1 readOnly:1 volumeID:1};{cachingMode:1 diskName:1 diskURI:1 fsType:1 kind:1 readOnly:1}
  {readOnly:1 secretName:1 shareName:1};{monitors:9 path:1 readOnly:1 secretFile:1 secretRef:74 user:1};{fsType:1 readOnly:1 secretRef:74 volumeID:1}
  {key:1 mode:1 path:1};l94;{defaultMode:1 items:95 name:1 optional:1};{driver:1 fsType:1 nodePublishSecretRef:74 readOnly:1 volumeAttributes:2}
  {fieldRef:28 mode:1 path:1 resourceFieldRef:30};l98;{defaultMode:1 items:99};{medium:1 sizeLimit:1};!{apiGroup:1 kind:1 name:1}
  {apiGroup:1 kind:1 name:1 namespace:1};{limits:2 requests:2}
  {accessModes:9 dataSource:102 dataSourceRef:103 resources:104 selector:12 storageClassName:1 volumeAttributesClassName:1 volumeMode:1 volumeName:1}
  {metadata:8 spec:105};{volumeClaimTemplate:106};{fsType:1 lun:1 readOnly:1 targetWWNs:9 wwids:9};{driver:1 fsType:1 options:2 readOnly:1 secretRef:74}
  {datasetName:1 datasetUUID:1};{fsType:1 partition:1 pdName:1 readOnly:1};{directory:1 repository:1 revision:1};{endpoints:1 path:1 readOnly:1};{path:1 type:1}
  {pullPolicy:1 reference:1}
  {chapAuthDiscovery:1 chapAuthSession:1 fsType:1 initiatorName:1 iqn:1 iscsiInterface:1 lun:1 portals:9 readOnly:1 secretRef:74 targetPortal:1}
  {path:1 readOnly:1 server:1};{claimName:1 readOnly:1};{fsType:1 pdID:1};{fsType:1 readOnly:1 volumeID:1}
  {labelSelector:12 name:1 optional:1 path:1 signerName:1};{items:95 name:1 optional:1};{items:99}
  {certificateChainPath:1 credentialBundlePath:1 keyPath:1 keyType:1 maxExpirationSeconds:1 signerName:1 userAnnotations:2}
  {audience:1 expirationSeconds:1 path:1};{clusterTrustBundle:121 configMap:122 downwardAPI:123 podCertificate:124 secret:122 serviceAccountToken:125};l126
  {defaultMode:1 sources:127};{group:1 readOnly:1 registry:1 tenant:1 user:1 volume:1}
  {fsType:1 image:1 keyring:1 monitors:9 pool:1 readOnly:1 secretRef:74 user:1}
  {fsType:1 gateway:1 protectionDomain:1 readOnly:1 secretRef:74 sslEnabled:1 storageMode:1 storagePool:1 system:1 volumeName:1}
  {defaultMode:1 items:95 optional:1 secretName:1};{fsType:1 readOnly:1 secretRef:74 volumeName:1 volumeNamespace:1}
  {fsType:1 storagePolicyID:1 storagePolicyName:1 volumePath:1}
  {awsElasticBlockStore:89 azureDisk:90 azureFile:91 cephfs:92 cinder:93 configMap:96 csi:97 downwardAPI:100 emptyDir:101 ephemeral:107 fc:108 flexVolume:109 flocker:110 gcePersistentDisk:111 gitRepo:112 glusterfs:113 hostPath:114 image:115 iscsi:116 name:1 nfs:117 persistentVolumeClaim:118 photonPersistentDisk:119 portworxVolume:120 projected:128 quobyte:129 rbd:130 scaleIO:131 secret:132 storageos:133 vsphereVolume:134}
  L135 name ~name
  {activeDeadlineSeconds:1 affinity:26 automountServiceAccountToken:1 containers:68 dnsConfig:69 dnsPolicy:1 enableServiceLinks:1 ephemeralContainers:71 hostAliases:73 hostIPC:1 hostNetwork:1 hostPID:1 hostUsers:1 hostname:1 hostnameOverride:1 imagePullSecrets:75 initContainers:68 nodeName:1 nodeSelector:76 os:77 overhead:2 preemptionPolicy:1 priority:1 priorityClassName:1 readinessGates:79 resourceClaims:81 resources:53 restartPolicy:1 runtimeClassName:1 schedulerName:1 schedulingGates:82 schedulingGroup:83 securityContext:84 serviceAccount:1 serviceAccountName:1 setHostnameAsFQDN:1 shareProcessNamespace:1 subdomain:1 terminationGracePeriodSeconds:1 tolerations:86 topologySpreadConstraints:88 volumes:136}
  {metadata:8 spec:137};{minReadySeconds:1 paused:1 progressDeadlineSeconds:1 replicas:1 revisionHistoryLimit:1 selector:12 strategy:14 template:138}
  {lastTransitionTime:1 lastUpdateTime:1 message:1 reason:1 status:1 type:1};L140 type ~type
  {availableReplicas:1 collisionCount:1 conditions:141 observedGeneration:1 readyReplicas:1 replicas:1 terminatingReplicas:1 unavailableReplicas:1 updatedReplicas:1}
  {apiVersion:1 kind:1 metadata:8 spec:139 status:142};{start:1};{whenDeleted:1 whenScaled:1};{maxUnavailable:1 partition:1};{rollingUpdate:146 type:1}
  {lastProbeTime:1 lastTransitionTime:1 message:1 reason:1 status:1 type:1};L148 type ~type;{status:1 targetVolumeAttributesClassName:1}
  {accessModes:9 allocatedResourceStatuses:2 allocatedResources:2 capacity:2 conditions:149 currentVolumeAttributesClassName:1 modifyVolumeStatus:150 phase:1}
  {apiVersion:1 kind:1 metadata:8 spec:105 status:151};l152
  {minReadySeconds:1 ordinals:144 persistentVolumeClaimRetentionPolicy:145 podManagementPolicy:1 replicas:1 revisionHistoryLimit:1 selector:12 serviceName:1 template:138 updateStrategy:147 volumeClaimTemplates:153}
  {lastTransitionTime:1 message:1 reason:1 status:1 type:1};L155 type ~type
  {availableReplicas:1 collisionCount:1 conditions:156 currentReplicas:1 currentRevision:1 observedGeneration:1 readyReplicas:1 replicas:1 updateRevision:1 updatedReplicas:1}
  {apiVersion:1 kind:1 metadata:8 spec:154 status:157}
  {acquireTime:1 holderIdentity:1 leaseDurationSeconds:1 leaseTransitions:1 preferredHolder:1 renewTime:1 strategy:1};{apiVersion:1 kind:1 metadata:8 spec:159}
  {apiVersion:1 binaryData:2 data:2 immutable:1 kind:1 metadata:8};!{apiVersion:1 fieldPath:1 kind:1 name:1 namespace:1 resourceVersion:1 uid:1}
  {count:1 lastObservedTime:1};{component:1 host:1}
  {action:1 apiVersion:1 count:1 eventTime:1 firstTimestamp:1 involvedObject:162 kind:1 lastTimestamp:1 message:1 metadata:8 reason:1 related:162 reportingComponent:1 reportingInstance:1 series:163 source:164 type:1}
  {finalizers:9};{conditions:156 phase:1};{apiVersion:1 kind:1 metadata:8 spec:166 status:167};{kubeletConfigKey:1 name:1 namespace:1 resourceVersion:1 uid:1}
  {configMap:169};{effect:1 key:1 timeAdded:1 value:1};l171;{configSource:170 externalID:1 podCIDR:1 podCIDRs:3 providerID:1 taints:172 unschedulable:1}
  {address:1 type:1};L174 type ~type;{lastHeartbeatTime:1 lastTransitionTime:1 message:1 reason:1 status:1 type:1};L176 type ~type
  {active:170 assigned:170 error:1 lastKnownGood:170};{Port:1};{kubeletEndpoint:179};{supplementalGroupsPolicy:1};{names:9 sizeBytes:1};l182;{capacity:1}
  {architecture:1 bootID:1 containerRuntimeVersion:1 kernelVersion:1 kubeProxyVersion:1 kubeletVersion:1 machineID:1 operatingSystem:1 osImage:1 swap:184 systemUUID:1}
  {recursiveReadOnlyMounts:1 userNamespaces:1};{features:186 name:1};l187;l63
  {addresses:175 allocatable:2 capacity:2 conditions:177 config:178 daemonEndpoints:180 declaredFeatures:9 features:181 images:183 nodeInfo:185 phase:1 runtimeHandlers:188 volumesAttached:189 volumesInUse:9}
  {apiVersion:1 kind:1 metadata:8 spec:173 status:190};{lastProbeTime:1 lastTransitionTime:1 message:1 observedGeneration:1 reason:1 status:1 type:1}
  L192 type ~type;{health:1 message:1 resourceID:1};L194 resourceID;{name:1 resources:195};L196 name ~name;{startedAt:1}
  {containerID:1 exitCode:1 finishedAt:1 message:1 reason:1 signal:1 startedAt:1};{message:1 reason:1};{running:198 terminated:199 waiting:200}
  {gid:1 supplementalGroups:9 uid:1};{linux:202};{imageRef:1};{image:204};{mountPath:1 name:1 readOnly:1 recursiveReadOnly:1 volumeStatus:205}
  L206 mountPath ~mountPath
  {allocatedResources:2 allocatedResourcesStatus:197 containerID:1 image:1 imageID:1 lastState:201 name:1 ready:1 resources:53 restartCount:1 started:1 state:201 stopSignal:1 user:203 volumeMounts:207}
  l208;{containerName:1 requestName:1 resourceName:1};l210;{requestMappings:211 resourceClaimName:1};{ip:1};l213 ~ip
  {containers:54 resourceClaimName:1 resources:2};l215;L213 ip ~ip;{name:1 resourceClaimName:1};L218 name ~name
  {allocatedResources:2 conditions:193 containerStatuses:209 ephemeralContainerStatuses:209 extendedResourceClaimStatus:212 hostIP:1 hostIPs:214 initContainerStatuses:209 message:1 nodeAllocatableResourceClaimStatuses:216 nominatedNodeName:1 observedGeneration:1 phase:1 podIP:1 podIPs:217 qosClass:1 reason:1 resize:1 resourceClaimStatuses:219 resources:53 startTime:1}
  {apiVersion:1 kind:1 metadata:8 spec:137 status:220};{apiVersion:1 data:2 immutable:1 kind:1 metadata:8 stringData:2 type:1}
  {appProtocol:1 name:1 nodePort:1 port:1 protocol:1 targetPort:1};L223 port,protocol=TCP ~port;{timeoutSeconds:1};{clientIP:225}
  {allocateLoadBalancerNodePorts:1 clusterIP:1 clusterIPs:9 externalIPs:9 externalName:1 externalTrafficPolicy:1 healthCheckNodePort:1 internalTrafficPolicy:1 ipFamilies:9 ipFamilyPolicy:1 loadBalancerClass:1 loadBalancerIP:1 loadBalancerSourceRanges:9 ports:224 publishNotReadyAddresses:1 selector:76 sessionAffinity:1 sessionAffinityConfig:226 trafficDistribution:1 type:1}
  {lastTransitionTime:1 message:1 observedGeneration:1 reason:1 status:1 type:1};L228 type ~type;{error:1 port:1 protocol:1};l230
  {hostname:1 ip:1 ipMode:1 ports:231};l232;{ingress:233};{conditions:229 loadBalancer:234};{apiVersion:1 kind:1 metadata:8 spec:227 status:235};l74
  L162 name ~name;{apiVersion:1 automountServiceAccountToken:1 imagePullSecrets:237 kind:1 metadata:8 secrets:238};!{name:1 number:1};{name:1 port:240}
  {resource:102 service:241};{backend:242 path:1 pathType:1};l243;{paths:244};{host:1 http:245};l246;{hosts:9 secretName:1};l248
  {defaultBackend:242 ingressClassName:1 rules:247 tls:249};{hostname:1 ip:1 ports:231};l251;{ingress:252};{loadBalancer:253}
  {apiVersion:1 kind:1 metadata:8 spec:250 status:254};{endPort:1 port:1 protocol:1};l256;{cidr:1 except:9};{ipBlock:258 namespaceSelector:12 podSelector:12};l259
  {ports:257 to:260};l261;{from:260 ports:257};l263;{egress:262 ingress:264 podSelector:12 policyTypes:9};{apiVersion:1 kind:1 metadata:8 spec:265}
  {maxUnavailable:1 minAvailable:1 selector:12 unhealthyPodEvictionPolicy:1}
  {conditions:229 currentHealthy:1 desiredHealthy:1 disruptedPods:2 disruptionsAllowed:1 expectedPods:1 observedGeneration:1}
  {apiVersion:1 kind:1 metadata:8 spec:267 status:268};l12;{clusterRoleSelectors:270};{apiGroups:9 nonResourceURLs:9 resourceNames:9 resources:9 verbs:9};l272
  {aggregationRule:271 apiVersion:1 kind:1 metadata:8 rules:273};!{apiGroup:1 kind:1 name:1 namespace:1};l275
  {apiVersion:1 kind:1 metadata:8 roleRef:102 subjects:276};{apiVersion:1 kind:1 metadata:8 rules:273}
  {action:1 modulus:1 regex:1 replacement:1 separator:1 sourceLabels:9 targetLabel:1};l279;{credentials:27 type:1};{password:27 username:27}
  {accessKey:27 externalId:1 profile:1 region:1 roleArn:1 secretKey:27 useFIPSSTSEndpoint:1};{configMap:27 secret:27}
  {ca:284 caFile:1 cert:284 certFile:1 insecureSkipVerify:1 keyFile:1 keySecret:27 maxVersion:1 minVersion:1 serverName:1}
  {alertRelabelings:280 apiVersion:1 authorization:281 basicAuth:282 bearerTokenFile:1 enableHttp2:1 name:1 namespace:1 noProxy:1 pathPrefix:1 port:1 proxyConnectHeader:76 proxyFromEnvironment:1 proxyUrl:1 relabelings:280 scheme:1 sigv4:283 timeout:1 tlsConfig:285}
  l286;{alertmanagers:287};{credentials:27 credentialsFile:1 type:1}
  {authorization:289 basicAuth:282 bearerToken:1 bearerTokenFile:1 host:1 noProxy:1 proxyConnectHeader:76 proxyFromEnvironment:1 proxyUrl:1 tlsConfig:285}
  {deny:1};L32 name;!{name:1 optional:1};{configMapRef:293 prefix:1 secretRef:293};l294;L47 containerPort,protocol=TCP;L63 devicePath;L65 mountPath
  {args:9 command:9 env:292 envFrom:295 image:1 imagePullPolicy:1 lifecycle:44 livenessProbe:46 name:1 ports:296 readinessProbe:46 resizePolicy:50 resources:53 restartPolicy:1 restartPolicyRules:57 securityContext:62 startupProbe:46 stdin:1 stdinOnce:1 terminationMessagePath:1 terminationMessagePolicy:1 tty:1 volumeDevices:297 volumeMounts:298 workingDir:1}
  l299;L38 name;{nameservers:54 options:301 searches:54};{group:1 name:1 namespace:1 resource:1};l303;{maxSize:1};L72 ip
  {convertHistogramsToNHCB:1 ignoreResourceAttributes:54 keepIdentifyingResourceAttributes:1 labelNamePreserveMultipleUnderscores:1 labelNameUnderscoreSanitization:1 promoteAllResourceAttributes:1 promoteResourceAttributes:54 promoteScopeMetadata:1 translationStrategy:1}
  {annotations:2 labels:2 name:1};{ruleName:1 ruleNamespace:1};l309;{lookbackDelta:1 maxConcurrency:1 maxSamples:1 timeout:1}
  {ca:284 cert:284 insecureSkipVerify:1 keySecret:27 maxVersion:1 minVersion:1 serverName:1}
  {clientId:284 clientSecret:27 endpointParams:2 noProxy:1 proxyConnectHeader:76 proxyFromEnvironment:1 proxyUrl:1 scopes:9 tlsConfig:312 tokenUrl:1}
  {authorization:289 basicAuth:282 bearerToken:1 bearerTokenFile:1 filterExternalLabels:1 followRedirects:1 headers:2 name:1 noProxy:1 oauth2:313 proxyConnectHeader:76 proxyFromEnvironment:1 proxyUrl:1 readRecent:1 remoteTimeout:1 requiredMatchers:2 tlsConfig:285 url:1}
  l314;{clientId:1};{clientId:1 clientSecret:27 tenantId:1};{tenantId:1};{clientId:1 tenantId:1}
  {cloud:1 managedIdentity:316 oauth:317 scope:1 sdk:318 workloadIdentity:319};{maxSamplesPerSend:1 send:1 sendInterval:1}
  {batchSendDeadline:1 capacity:1 maxBackoff:1 maxRetries:1 maxSamplesPerSend:1 maxShards:1 minBackoff:1 minShards:1 retryOnRateLimit:1 sampleAgeLimit:1}
  {authorization:289 azureAd:320 basicAuth:282 bearerToken:1 bearerTokenFile:1 enableHTTP2:1 followRedirects:1 headers:2 messageVersion:1 metadataConfig:321 name:1 noProxy:1 oauth2:313 proxyConnectHeader:76 proxyFromEnvironment:1 proxyUrl:1 queueConfig:322 remoteTimeout:1 roundRobinDNS:1 sendExemplars:1 sendNativeHistograms:1 sigv4:283 tlsConfig:285 url:1 writeRelabelConfigs:280}
  l323;{forGracePeriod:1 forOutageTolerance:1 resendDelay:1};{alert:325};{goGC:1};{node:1}
  {attachMetadata:328 authorization:289 default:1 fallbackScrapeProtocol:1 metricRelabelings:280 name:1 relabelings:280 tlsConfig:285};L329 name
  {retentionPeriod:1};{retain:331 whenScaled:1};{externalLabelName:1 values:9};{mode:1 topology:333};{metadata:0 spec:105};{volumeClaimTemplate:335};L148 type
  {accessModes:9 allocatedResourceStatuses:2 allocatedResources:2 capacity:2 conditions:337 currentVolumeAttributesClassName:1 modifyVolumeStatus:150 phase:1}
  {apiVersion:1 kind:1 metadata:308 spec:105 status:338};{disableMountSubPath:1 emptyDir:101 ephemeral:336 volumeClaimTemplate:339}
  {ca:284 caFile:1 cert:284 certFile:1 cipherSuites:54 curves:54 insecureSkipVerify:1 keyFile:1 keySecret:27 maxVersion:1 minVersion:1 serverName:1};l65
  {additionalArgs:39 baseImage:1 blockSize:1 getConfigInterval:1 getConfigTimeout:1 grpcListenLocal:1 grpcServerTlsConfig:341 httpListenLocal:1 image:1 listenLocal:1 logFormat:1 logLevel:1 minTime:1 objectStorageConfig:27 objectStorageConfigFile:1 readyTimeout:1 resources:53 sha:1 tag:1 tracingConfig:27 tracingConfigFile:1 version:1 volumeMounts:342}
  {additionalLabelSelectors:1 labelSelector:12 matchLabelKeys:9 maxSkew:1 minDomains:1 nodeAffinityPolicy:1 nodeTaintsPolicy:1 topologyKey:1 whenUnsatisfiable:1}
  l344;{clientType:1 compression:1 endpoint:1 headers:2 insecure:1 samplingFraction:1 timeout:1 tlsConfig:285};{floats:1}
  {chunkEncoding:347 outOfOrderTimeWindow:1 staleSeriesCompactionThreshold:1};{maxUnavailable:1};{rollingUpdate:349 type:1}
  !{defaultMode:1 items:95 name:1 optional:1};!{items:95 name:1 optional:1}
  {clusterTrustBundle:121 configMap:352 downwardAPI:123 podCertificate:124 secret:352 serviceAccountToken:125};l353;{defaultMode:1 sources:354}
  {awsElasticBlockStore:89 azureDisk:90 azureFile:91 cephfs:92 cinder:93 configMap:351 csi:97 downwardAPI:100 emptyDir:101 ephemeral:336 fc:108 flexVolume:109 flocker:110 gcePersistentDisk:111 gitRepo:112 glusterfs:113 hostPath:114 image:115 iscsi:116 name:1 nfs:117 persistentVolumeClaim:118 photonPersistentDisk:119 portworxVolume:120 projected:355 quobyte:129 rbd:130 scaleIO:131 secret:132 storageos:133 vsphereVolume:134}
  l356;{contentSecurityPolicy:1 strictTransportSecurity:1 xContentTypeOptions:1 xFrameOptions:1 xXSSProtection:1};{headers:358 http2:1}
  {cert:284 certFile:1 cipherSuites:9 client_ca:284 clientAuthType:1 clientCAFile:1 curvePreferences:9 keyFile:1 keySecret:27 maxVersion:1 minVersion:1 preferServerCipherSuites:1}
  {httpConfig:359 maxConnections:1 pageTitle:1 tlsConfig:360}
  {additionalAlertManagerConfigs:27 additionalAlertRelabelConfigs:27 additionalArgs:39 additionalScrapeConfigs:27 affinity:26 alerting:288 allowOverlappingBlocks:1 apiserverConfig:290 arbitraryFSAccessThroughSMs:291 automountServiceAccountToken:1 baseImage:1 bodySizeLimit:1 configMaps:9 containers:300 convertClassicHistogramsToNHCB:1 disableCompaction:1 dnsConfig:302 dnsPolicy:1 enableAdminAPI:1 enableFeatures:54 enableOTLPReceiver:1 enableRemoteWriteReceiver:1 enableServiceLinks:1 enforcedBodySizeLimit:1 enforcedKeepDroppedTargets:1 enforcedLabelLimit:1 enforcedLabelNameLengthLimit:1 enforcedLabelValueLengthLimit:1 enforcedNamespaceLabel:1 enforcedSampleLimit:1 enforcedTargetLimit:1 evaluationInterval:1 excludedFromEnforcement:304 exemplars:305 externalLabels:2 externalUrl:1 hostAliases:306 hostNetwork:1 hostUsers:1 ignoreNamespaceSelectors:1 image:1 imagePullPolicy:1 imagePullSecrets:237 initContainers:300 keepDroppedTargets:1 labelLimit:1 labelNameLengthLimit:1 labelValueLengthLimit:1 listenLocal:1 logFormat:1 logLevel:1 maximumStartupDurationSeconds:1 minReadySeconds:1 nameEscapingScheme:1 nameValidationScheme:1 nodeSelector:2 otlp:307 overrideHonorLabels:1 overrideHonorTimestamps:1 paused:1 persistentVolumeClaimRetentionPolicy:145 podManagementPolicy:1 podMetadata:308 podMonitorNamespaceSelector:12 podMonitorSelector:12 podTargetLabels:9 portName:1 priorityClassName:1 probeNamespaceSelector:12 probeSelector:12 prometheusExternalLabelName:1 prometheusRulesExcludedFromEnforce:310 query:311 queryLogFile:1 reloadStrategy:1 remoteRead:315 remoteWrite:324 remoteWriteReceiverMessageVersions:54 replicaExternalLabelName:1 replicas:1 resources:53 retention:1 retentionSize:1 routePrefix:1 ruleNamespaceSelector:12 ruleQueryOffset:1 ruleSelector:12 rules:326 runtime:327 sampleLimit:1 schedulerName:1 scrapeClasses:330 scrapeClassicHistograms:1 scrapeConfigNamespaceSelector:12 scrapeConfigSelector:12 scrapeFailureLogFile:1 scrapeInterval:1 scrapeNativeHistograms:1 scrapeProtocols:54 scrapeTimeout:1 secrets:54 securityContext:84 serviceAccountName:1 serviceDiscoveryRole:1 serviceMonitorNamespaceSelector:12 serviceMonitorSelector:12 serviceName:1 sha:1 shardRetentionPolicy:332 shardingStrategy:334 shards:1 storage:340 tag:1 targetLimit:1 terminationGracePeriodSeconds:1 thanos:343 tolerations:86 topologySpreadConstraints:345 tracingConfig:346 tsdb:348 updateStrategy:350 version:1 volumeMounts:342 volumes:357 walCompression:1 web:361}
  L228 type;{availableReplicas:1 replicas:1 shardID:1 unavailableReplicas:1 updatedReplicas:1};L364 shardID
  {availableReplicas:1 conditions:363 paused:1 replicas:1 selector:1 shardStatuses:365 shards:1 unavailableReplicas:1 updatedReplicas:1}
  {apiVersion:1 kind:1 metadata:8 spec:362 status:366};{alert:1 annotations:2 expr:1 for:1 keep_firing_for:1 labels:2 record:1};l368
  {interval:1 labels:2 limit:1 name:1 partial_response_strategy:1 query_offset:1 rules:369};L370 name;{groups:371}
  {conditions:363 group:1 name:1 namespace:1 resource:1};L373 group,resource,name,namespace;{bindings:374};{apiVersion:1 kind:1 metadata:8 spec:372 status:375};m9
  {authorization:281 basicAuth:282 bearerTokenFile:1 bearerTokenSecret:27 enableHttp2:1 filterRunning:1 followRedirects:1 honorLabels:1 honorTimestamps:1 interval:1 metricRelabelings:280 noProxy:1 oauth2:313 params:377 path:1 port:1 proxyConnectHeader:76 proxyFromEnvironment:1 proxyUrl:1 relabelings:280 scheme:1 scrapeTimeout:1 targetPort:1 tlsConfig:285 trackTimestampsStaleness:1}
  l378;{any:1 matchNames:9}
  {attachMetadata:328 bodySizeLimit:1 convertClassicHistogramsToNHCB:1 endpoints:379 fallbackScrapeProtocol:1 jobLabel:1 keepDroppedTargets:1 labelLimit:1 labelNameLengthLimit:1 labelValueLengthLimit:1 namespaceSelector:380 nativeHistogramBucketLimit:1 nativeHistogramMinBucketFactor:1 podTargetLabels:9 sampleLimit:1 scrapeClass:1 scrapeClassicHistograms:1 scrapeNativeHistograms:1 scrapeProtocols:54 selector:12 selectorMechanism:1 serviceDiscoveryRole:1 targetLabels:9 targetLimit:1}
  {apiVersion:1 kind:1 metadata:8 spec:381 status:375};{cacheDir:1 catalogDir:1}
  {affinity:26 extractContent:383 memoryTarget:1 nodeSelector:2 priorityClassName:1 securityContextConfig:1 tolerations:86};{base64data:1 mediatype:1}
  {interval:1};{registryPoll:386}
  {address:1 configMap:1 description:1 displayName:1 grpcPodConfig:384 icon:385 image:1 priority:1 publisher:1 runAsRoot:1 secrets:9 sourceType:1 updateStrategy:387}
  {lastUpdateTime:1 name:1 namespace:1 resourceVersion:1 uid:1};{address:1 lastConnect:1 lastObservedState:1}
  {createdAt:1 port:1 protocol:1 serviceName:1 serviceNamespace:1}
  {conditions:363 configMapReference:389 connectionState:390 latestImageRegistryPoll:1 message:1 reason:1 registryService:391}
  {apiVersion:1 kind:1 metadata:8 spec:388 status:392};{description:1 displayName:1 path:1 value:1 x-descriptors:9};l394;{kind:1 name:1 version:1};l396
  {actionDescriptors:395 containerPort:1 deploymentName:1 description:1 displayName:1 group:1 kind:1 name:1 resources:397 specDescriptors:395 statusDescriptors:395 version:1}
  l398;{owned:399 required:399};{enabled:1}
  {actionDescriptors:395 description:1 displayName:1 kind:1 name:1 resources:397 specDescriptors:395 statusDescriptors:395 version:1};l402
  {owned:403 required:403};l385;{rules:273 serviceAccountName:1};l406;L299 name
  {args:9 command:9 env:292 envFrom:295 image:1 imagePullPolicy:1 lifecycle:44 livenessProbe:46 name:1 ports:296 readinessProbe:46 resizePolicy:50 resources:53 restartPolicy:1 restartPolicyRules:57 securityContext:62 startupProbe:46 stdin:1 stdinOnce:1 targetContainerName:1 terminationMessagePath:1 terminationMessagePolicy:1 tty:1 volumeDevices:297 volumeMounts:298 workingDir:1}
  L409 name;L74 name=;L80 name;L77 name;L87 topologyKey,whenUnsatisfiable;L356 name
  {activeDeadlineSeconds:1 affinity:26 automountServiceAccountToken:1 containers:408 dnsConfig:69 dnsPolicy:1 enableServiceLinks:1 ephemeralContainers:410 hostAliases:306 hostIPC:1 hostNetwork:1 hostPID:1 hostUsers:1 hostname:1 hostnameOverride:1 imagePullSecrets:411 initContainers:408 nodeName:1 nodeSelector:76 os:77 overhead:2 preemptionPolicy:1 priority:1 priorityClassName:1 readinessGates:79 resourceClaims:412 resources:53 restartPolicy:1 runtimeClassName:1 schedulerName:1 schedulingGates:413 schedulingGroup:83 securityContext:84 serviceAccount:1 serviceAccountName:1 setHostnameAsFQDN:1 shareProcessNamespace:1 subdomain:1 terminationGracePeriodSeconds:1 tolerations:86 topologySpreadConstraints:414 volumes:415}
  {metadata:0 spec:416};{minReadySeconds:1 paused:1 progressDeadlineSeconds:1 replicas:1 revisionHistoryLimit:1 selector:12 strategy:14 template:417}
  {label:2 name:1 spec:418};l419;{clusterPermissions:407 deployments:420 permissions:407};{spec:421 strategy:1};{supported:1 type:1};l423;{name:1 url:1};l425
  {email:1 name:1};l427;{group:1 kind:1 version:1};l429;{image:1 name:1};l431;{apiGroups:9 apiVersions:9 operations:9 resources:9 scope:1};l433
  {admissionReviewVersions:9 containerPort:1 conversionCRDs:9 deploymentName:1 failurePolicy:1 generateName:1 matchPolicy:1 objectSelector:12 reinvocationPolicy:1 rules:434 sideEffects:1 targetPort:1 timeoutSeconds:1 type:1 webhookPath:1}
  l435
  {annotations:2 apiservicedefinitions:400 cleanup:401 customresourcedefinitions:404 description:1 displayName:1 icon:405 install:422 installModes:424 keywords:9 labels:2 links:426 maintainers:428 maturity:1 minKubeVersion:1 nativeAPIs:430 provider:425 relatedImages:432 release:1 replaces:1 selector:12 skips:9 version:1 webhookdefinitions:436}
  {name:1 namespace:1};l438;{group:1 instances:439 kind:1};l440;{pendingDeletion:441};{lastTransitionTime:1 lastUpdateTime:1 message:1 phase:1 reason:1};l443
  {group:1 kind:1 message:1 status:1 uuid:1 version:1};l445;{dependents:446 group:1 kind:1 message:1 name:1 status:1 uuid:1 version:1};l447
  {certsLastUpdated:1 certsRotateAt:1 cleanup:442 conditions:444 lastTransitionTime:1 lastUpdateTime:1 message:1 phase:1 reason:1 requirementStatus:448}
  {apiVersion:1 kind:1 metadata:8 spec:437 status:449};{approval:1 approved:1 clusterServiceVersionNames:9 generation:1 source:1 sourceNamespace:1};l140
  {catalogSourceRef:162 conditions:452 identifier:1 path:1 properties:1 replaces:1};l453
  {group:1 kind:1 manifest:1 name:1 sourceName:1 sourceNamespace:1 version:1};{optional:1 resolving:1 resource:455 status:1};l456
  {attenuatedServiceAccountRef:162 bundleLookups:454 catalogSources:9 conditions:452 message:1 phase:1 plan:457 startTime:1}
  {apiVersion:1 kind:1 metadata:8 spec:451 status:458};{selector:12 serviceAccountName:1 staticProvidedAPIs:1 targetNamespaces:54 upgradeStrategy:1};l228
  {conditions:461 lastUpdated:1 namespaces:54 serviceAccountRef:162};{apiVersion:1 kind:1 metadata:8 spec:460 status:462}
  {selector:12 serviceAccountName:1 staticProvidedAPIs:1 targetNamespaces:9};{lastUpdated:1 namespaces:9 serviceAccountRef:162}
  {apiVersion:1 kind:1 metadata:8 spec:464 status:465};l32
  {affinity:26 annotations:2 env:467 envFrom:295 nodeSelector:2 resources:53 selector:12 tolerations:86 volumeMounts:342 volumes:357}
  {channel:1 config:468 installPlanApproval:1 name:1 source:1 sourceNamespace:1 startingCSV:1};{catalogSourceRef:162 healthy:1 lastUpdated:1};l470;l176
  {apiVersion:1 kind:1 name:1 uuid:1}
  {catalogHealth:471 conditions:472 currentCSV:1 installPlanGeneration:1 installPlanRef:162 installedCSV:1 installplan:473 lastUpdated:1 reason:1 state:1}
  {apiVersion:1 kind:1 metadata:8 spec:469 status:474};{kind:1 name:1 weight:1};L476 name,kind=Service;{value:1};{set:478 type:1};{action:479 name:1};L480 name
  {request:481 response:481};{actions:482};{targetPort:1}
  {caCertificate:1 certificate:1 destinationCACertificate:1 externalCertificate:74 insecureEdgeTerminationPolicy:1 key:1 termination:1}
  {alternateBackends:477 host:1 httpHeaders:483 path:1 port:484 subdomain:1 tls:485 to:476 wildcardPolicy:1};L155 type
  {conditions:487 host:1 routerCanonicalHostname:1 routerName:1 wildcardPolicy:1};l488;{ingress:489};{apiVersion:1 kind:1 metadata:8 spec:486 status:490}
  ?{apiVersion:1 kind:1 metadata:8};{minReadySeconds:1 revisionHistoryLimit:1 selector:12 template:138 updateStrategy:14}
  {collisionCount:1 conditions:141 currentNumberScheduled:1 desiredNumberScheduled:1 numberAvailable:1 numberMisscheduled:1 numberReady:1 numberUnavailable:1 observedGeneration:1 updatedNumberScheduled:1}
  {apiVersion:1 kind:1 metadata:8 spec:493 status:494};{name:1 namespace:1 port:1}
  {caBundle:1 group:1 groupPriorityMinimum:1 insecureSkipTLSVerify:1 service:496 version:1 versionPriority:1};{conditions:141}
  {apiVersion:1 kind:1 metadata:8 spec:497 status:498};=* * 492;=apiregistration.k8s.io/v1 APIService 499
  =apps/v1 DaemonSet 495;=apps/v1 Deployment 143;=apps/v1 StatefulSet 158
  =coordination.k8s.io/v1 Lease 160
  =monitoring.coreos.com/v1 Prometheus 367;=monitoring.coreos.com/v1 PrometheusRule 376;=monitoring.coreos.com/v1 ServiceMonitor 382
  =networking.k8s.io/v1 Ingress 255;=networking.k8s.io/v1 NetworkPolicy 266;=operators.coreos.com/v1 OperatorGroup 463
  =operators.coreos.com/v1alpha1 CatalogSource 393;=operators.coreos.com/v1alpha1 ClusterServiceVersion 450;=operators.coreos.com/v1alpha1 InstallPlan 459
  =operators.coreos.com/v1alpha1 Subscription 475;=operators.coreos.com/v1alpha2 OperatorGroup 466;=policy/v1 PodDisruptionBudget 269
  =rbac.authorization.k8s.io/v1 ClusterRole 274;=rbac.authorization.k8s.io/v1 ClusterRoleBinding 277;=rbac.authorization.k8s.io/v1 Role 278
  =rbac.authorization.k8s.io/v1 RoleBinding 277;=route.openshift.io/v1 Route 491;=v1 ConfigMap 161;=v1 Event 165;=v1 Namespace 168;=v1 Node 191
  =v1 PersistentVolumeClaim 152;=v1 Pod 221;=v1 Secret 222;=v1 Service 236;=v1 ServiceAccount 239
  """#
