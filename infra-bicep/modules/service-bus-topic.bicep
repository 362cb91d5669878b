metadata name = 'Service Bus topic'
metadata description = 'One topic with its subscriptions: the app publishes to it, and reads what its own subscriptions hold.'

@description('The namespace\'s name.')
param namespaceName string

@description('The topic\'s name.')
param name string

@description('How long an id that was accepted is not accepted again, as an ISO 8601 duration.')
param duplicateDetectionHistoryTimeWindow string

@description('Its subscriptions: name, maxDeliveryCount and defaultMessageTimeToLive. Each gets every event.')
param subscriptions array

@description('The identity that sends and receives.')
param principalId string

var sender = '69a216fc-b8fb-44d8-bc22-1f3c2cd27a39'
var receiver = '4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0'

resource bus 'Microsoft.ServiceBus/namespaces@2024-01-01' existing = {
  name: namespaceName
}

resource topic 'Microsoft.ServiceBus/namespaces/topics@2024-01-01' = {
  parent: bus
  name: name
  properties: {
    requiresDuplicateDetection: true
    duplicateDetectionHistoryTimeWindow: duplicateDetectionHistoryTimeWindow
    supportOrdering: true
  }
}

resource topicSubscriptions 'Microsoft.ServiceBus/namespaces/topics/subscriptions@2024-01-01' = [for subscription in subscriptions: {
  parent: topic
  name: subscription.name
  properties: {
    maxDeliveryCount: subscription.maxDeliveryCount
    // What nobody fetches goes: a topic that fills up would take no more events.
    defaultMessageTimeToLive: subscription.defaultMessageTimeToLive
    deadLetteringOnMessageExpiration: false
    deadLetteringOnFilterEvaluationExceptions: true
    lockDuration: 'PT1M'
  }
}]

resource everything 'Microsoft.ServiceBus/namespaces/topics/subscriptions/rules@2024-01-01' = [for (subscription, index) in subscriptions: {
  parent: topicSubscriptions[index]
  name: '$Default'
  properties: {
    filterType: 'SqlFilter'
    sqlFilter: {
      sqlExpression: '1=1'
    }
  }
}]

resource topicSender 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: topic
  name: guid(topic.id, principalId, sender)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', sender)
  }
}

resource subscriptionReceivers 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for (subscription, index) in subscriptions: {
  scope: topicSubscriptions[index]
  name: guid(topicSubscriptions[index].id, principalId, receiver)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', receiver)
  }
}]
