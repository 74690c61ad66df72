// Written by Scripts/condense-protobuf.py, which says how to read it.

let messageTable = """
  AggregationRule clusterRoleSelectors:1:*LabelSelector
  BoundObjectReference kind:1:s apiVersion:2:s name:3:s uid:4:s
  ClientIPConfig timeoutSeconds:1:i
  ClusterRole metadata:1:ObjectMeta rules:2:*PolicyRule aggregationRule:3:AggregationRule
  ClusterRoleBinding metadata:1:ObjectMeta subjects:2:*Subject roleRef:3:RoleRef
  Condition type:1:s status:2:s observedGeneration:3:i lastTransitionTime:4:t reason:5:s message:6:s
  ConfigMap metadata:1:ObjectMeta immutable:4:b data:2:%s binaryData:3:%y
  DeleteOptions gracePeriodSeconds:1:i preconditions:2:Preconditions orphanDependents:3:b propagationPolicy:4:s dryRun:5:*s ignoreStoreReadErrorWithClusterBreakingPotential:6:b
  ExtraValue items:1:*s
  FieldSelectorAttributes rawSelector:1:s requirements:2:*FieldSelectorRequirement
  FieldSelectorRequirement key:1:s operator:2:s values:3:*s
  FieldsV1 Raw:1:y
  LabelSelector matchLabels:1:%s matchExpressions:2:*LabelSelectorRequirement
  LabelSelectorAttributes rawSelector:1:s requirements:2:*LabelSelectorRequirement
  LabelSelectorRequirement key:1:s operator:2:s values:3:*s
  LoadBalancerIngress ip:1:s hostname:2:s ipMode:3:s ports:4:*PortStatus
  LoadBalancerStatus ingress:1:*LoadBalancerIngress
  LocalObjectReference name:1:s
  ManagedFieldsEntry manager:1:s operation:2:s apiVersion:3:s time:4:t fieldsType:6:s fieldsV1:7:FieldsV1 subresource:8:s
  Namespace metadata:1:ObjectMeta spec:2:NamespaceSpec status:3:NamespaceStatus
  NamespaceCondition type:1:s status:2:s lastTransitionTime:4:t reason:5:s message:6:s
  NamespaceSpec finalizers:1:*s
  NamespaceStatus phase:1:s conditions:2:*NamespaceCondition
  NonResourceAttributes path:1:s verb:2:s
  ObjectMeta name:1:s generateName:2:s namespace:3:s selfLink:4:s uid:5:s resourceVersion:6:s generation:7:i creationTimestamp:8:t deletionTimestamp:9:t deletionGracePeriodSeconds:10:i labels:11:%s annotations:12:%s ownerReferences:13:*OwnerReference finalizers:14:*s managedFields:17:*ManagedFieldsEntry
  ObjectReference kind:1:s namespace:2:s name:3:s uid:4:s apiVersion:5:s resourceVersion:6:s fieldPath:7:s
  OwnerReference apiVersion:5:s kind:1:s name:3:s uid:4:s controller:6:b blockOwnerDeletion:7:b
  PolicyRule verbs:1:*s apiGroups:2:*s resources:3:*s resourceNames:4:*s nonResourceURLs:5:*s
  PortStatus port:1:i protocol:2:s error:3:s
  Preconditions uid:1:s resourceVersion:2:s
  ResourceAttributes namespace:1:s verb:2:s group:3:s version:4:s resource:5:s subresource:6:s name:7:s fieldSelector:8:FieldSelectorAttributes labelSelector:9:LabelSelectorAttributes
  Role metadata:1:ObjectMeta rules:2:*PolicyRule
  RoleBinding metadata:1:ObjectMeta subjects:2:*Subject roleRef:3:RoleRef
  RoleRef apiGroup:1:s kind:2:s name:3:s
  Secret metadata:1:ObjectMeta immutable:5:b data:2:%y stringData:4:%s type:3:s
  SelfSubjectAccessReview metadata:1:ObjectMeta spec:2:SelfSubjectAccessReviewSpec status:3:SubjectAccessReviewStatus
  SelfSubjectAccessReviewSpec resourceAttributes:1:ResourceAttributes nonResourceAttributes:2:NonResourceAttributes
  Service metadata:1:ObjectMeta spec:2:ServiceSpec status:3:ServiceStatus
  ServiceAccount metadata:1:ObjectMeta secrets:2:*ObjectReference imagePullSecrets:3:*LocalObjectReference automountServiceAccountToken:4:b
  ServicePort name:1:s protocol:2:s appProtocol:6:s port:3:i targetPort:4:n nodePort:5:i
  ServiceSpec ports:1:*ServicePort selector:2:%s clusterIP:3:s clusterIPs:18:*s type:4:s externalIPs:5:*s sessionAffinity:7:s loadBalancerIP:8:s loadBalancerSourceRanges:9:*s externalName:10:s externalTrafficPolicy:11:s healthCheckNodePort:12:i publishNotReadyAddresses:13:b sessionAffinityConfig:14:SessionAffinityConfig ipFamilies:19:*s ipFamilyPolicy:17:s allocateLoadBalancerNodePorts:20:b loadBalancerClass:21:s internalTrafficPolicy:22:s trafficDistribution:23:s
  ServiceStatus loadBalancer:1:LoadBalancerStatus conditions:2:*Condition
  SessionAffinityConfig clientIP:1:ClientIPConfig
  Subject kind:1:s apiGroup:2:s name:3:s namespace:4:s
  SubjectAccessReviewStatus allowed:1:b denied:4:b reason:2:s evaluationError:3:s
  TokenRequest metadata:1:ObjectMeta spec:2:TokenRequestSpec status:3:TokenRequestStatus
  TokenRequestSpec audiences:1:*s expirationSeconds:4:i boundObjectRef:3:BoundObjectReference
  TokenRequestStatus token:1:s expirationTimestamp:2:t
  TokenReview metadata:1:ObjectMeta spec:2:TokenReviewSpec status:3:TokenReviewStatus
  TokenReviewSpec token:1:s audiences:2:*s
  TokenReviewStatus authenticated:1:b user:2:UserInfo audiences:4:*s error:3:s
  UserInfo username:1:s uid:2:s groups:3:*s extra:4:%ExtraValue
  """
