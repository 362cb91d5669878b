metadata name = 'Service Bus'
metadata description = 'The queues, topics and subscriptions that the app\'s own servicebus.json declares, without keys.'

@description('The namespace\'s name.')
param name string

@description('Where it is.')
param location string

@description('Put on every resource.')
param tags object

@description('The identity that sends and receives.')
param principalId string

@description('Where its private address is; public when empty.')
param endpointSubnetId string

@description('The private DNS zone of each service.')
param dnsZoneIds object

var declared = loadJsonContent('../../src/Workflows.Functions/servicebus.json')
var isPrivate = !empty(endpointSubnetId)

// Only Premium can have a private address.
var tier = isPrivate ? 'Premium' : 'Standard'

var sender = '69a216fc-b8fb-44d8-bc22-1f3c2cd27a39'
var receiver = '4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0'

resource bus 'Microsoft.ServiceBus/namespaces@2024-01-01' = {
  name: name
  location: location
  tags: tags
  sku: {
    name: tier
    tier: tier
  }
  properties: {
    disableLocalAuth: true
    minimumTlsVersion: '1.2'
    publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled'
  }
}

resource queues 'Microsoft.ServiceBus/namespaces/queues@2024-01-01' = [for queue in declared.queues: {
  parent: bus
  name: queue.name
  properties: {
    requiresDuplicateDetection: true
    duplicateDetectionHistoryTimeWindow: queue.duplicateDetectionHistoryTimeWindow
    maxDeliveryCount: queue.maxDeliveryCount
    deadLetteringOnMessageExpiration: true
    lockDuration: 'PT1M'
  }
}]

resource queueSenders 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for (queue, index) in declared.queues: {
  scope: queues[index]
  name: guid(queues[index].id, principalId, sender)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', sender)
  }
}]

resource queueReceivers 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for (queue, index) in declared.queues: {
  scope: queues[index]
  name: guid(queues[index].id, principalId, receiver)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', receiver)
  }
}]

module topics 'service-bus-topic.bicep' = [for topic in declared.topics: {
  name: 'topic-${topic.name}'
  params: {
    namespaceName: bus.name
    name: topic.name
    duplicateDetectionHistoryTimeWindow: topic.duplicateDetectionHistoryTimeWindow
    subscriptions: topic.subscriptions
    principalId: principalId
  }
}]

module endpoint 'private-endpoint.bicep' = if (isPrivate) {
  name: '${name}-namespace'
  params: {
    name: 'pep-${name}'
    location: location
    tags: tags
    subnetId: endpointSubnetId
    serviceId: bus.id
    groupId: 'namespace'
    dnsZoneId: isPrivate ? dnsZoneIds.namespace : ''
  }
}

@description('The namespace\'s resource id.')
output resourceId string = bus.id

@description('Where clients find it.')
output hostName string = replace(replace(bus.properties.serviceBusEndpoint, 'https://', ''), ':443/', '')
