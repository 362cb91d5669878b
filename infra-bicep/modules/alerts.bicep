metadata name = 'Alerts'
metadata description = 'What wakes somebody up. Every alert names the page that says what to do.'

@description('What the names of the alerts begin with.')
param name string

@description('Where the rules are.')
param location string

@description('Put on every resource.')
param tags object

@description('Who gets the alerts.')
param emails array

@description('Where the runbooks are, without a slash at the end.')
param runbooks string

@description('The Log Analytics workspace.')
param workspaceId string

@description('The Service Bus namespace.')
param serviceBusId string

@description('The storage accounts.')
param storageAccountIds array

// The quoted words are those of the app's own log messages, and of the Durable Functions extension.
var logAlerts = [
  {
    name: 'oldest-pending'
    summary: 'Commands or effects have been waiting for more than a quarter of an hour.'
    severity: 1
    query: 'AppTraces | where Message contains "Stored work has been waiting"'
    operator: 'GreaterThan'
    threshold: 0
    window: 'PT15M'
  }
  {
    name: 'failed-orchestrations'
    summary: 'An orchestration failed: a referral or a delivery stands still.'
    severity: 1
    query: 'AppTraces | where Properties.Category == "Host.Triggers.DurableTask" and Properties.prop__functionType == "Orchestrator" and Properties.prop__state == "Failed"'
    operator: 'GreaterThan'
    threshold: 0
    window: 'PT15M'
  }
  {
    name: 'feedback-undeliverable'
    summary: 'Feedback reached a practice neither by callback nor by mail.'
    severity: 2
    query: 'AppTraces | where Message contains "could not be delivered by callback or mail"'
    operator: 'GreaterThan'
    threshold: 0
    window: 'PT15M'
  }
  {
    name: 'server-errors'
    summary: 'Requests end in an error that is ours.'
    severity: 2
    query: 'AppRequests | where toint(ResultCode) >= 500'
    operator: 'GreaterThan'
    threshold: 5
    window: 'PT15M'
  }
  {
    name: 'audit-chain'
    summary: 'The audit log was changed behind the app\'s back, or an entry could not be written.'
    severity: 0
    query: 'AppTraces | where Message contains "The audit chain of" and Message contains "is broken in" or Message contains "The audit log of"'
    operator: 'GreaterThan'
    threshold: 0
    window: 'PT15M'
  }
  {
    name: 'started-again'
    summary: 'Referrals had lost their orchestration and were started again.'
    severity: 2
    query: 'AppTraces | where Message contains "it was started again from its timeline"'
    operator: 'GreaterThan'
    threshold: 0
    window: 'PT30M'
  }
  {
    name: 'no-backup'
    summary: 'No backup was made for two days.'
    severity: 2
    query: 'AppTraces | where Message contains "A backup was made"'
    operator: 'LessThan'
    threshold: 1
    window: 'P2D'
  }
  {
    name: 'silence'
    summary: 'The app has not measured itself for half an hour: it does not run, or its timers do not.'
    severity: 0
    query: 'AppTraces | where Message contains "Operations were measured"'
    operator: 'LessThan'
    threshold: 1
    window: 'PT30M'
  }
]

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-${name}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'workflows'
    enabled: true
    emailReceivers: [for email in emails: {
      name: email
      emailAddress: email
      useCommonAlertSchema: true
    }]
  }
}

resource logRules 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [for alert in logAlerts: {
  name: '${name}-${alert.name}'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: '${name}: ${alert.name}'
    description: '${alert.summary} What to do: ${runbooks}/${alert.name}.md'
    severity: alert.severity
    enabled: true
    scopes: [
      workspaceId
    ]
    evaluationFrequency: alert.window == 'P2D' ? 'PT1H' : 'PT5M'
    windowSize: alert.window
    criteria: {
      allOf: [
        {
          query: alert.query
          timeAggregation: 'Count'
          operator: alert.operator
          threshold: alert.threshold
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    autoMitigate: true
    actions: {
      actionGroups: [
        people.id
      ]
      customProperties: {
        runbook: '${runbooks}/${alert.name}.md'
      }
    }
  }
}]

resource deadLetters 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-dead-letters'
  location: 'global'
  tags: tags
  properties: {
    description: 'Messages were put aside. What to do: ${runbooks}/dead-letters.md'
    severity: 2
    enabled: true
    scopes: [
      serviceBusId
    ]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.MultipleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'dead-letters'
          metricNamespace: 'Microsoft.ServiceBus/namespaces'
          metricName: 'DeadletteredMessages'
          timeAggregation: 'Maximum'
          operator: 'GreaterThan'
          threshold: 0
          dimensions: [
            {
              name: 'EntityName'
              operator: 'Include'
              values: [
                '*'
              ]
            }
          ]
        }
      ]
    }
    autoMitigate: true
    actions: [
      {
        actionGroupId: people.id
      }
    ]
  }
}

resource storageThrottling 'Microsoft.Insights/metricAlerts@2018-03-01' = [for (accountId, index) in storageAccountIds: {
  name: '${name}-storage-throttling-${index}'
  location: 'global'
  tags: tags
  properties: {
    description: 'Storage turns requests away: ${last(split(accountId, '/'))}. What to do: ${runbooks}/storage-throttling.md'
    severity: 2
    enabled: true
    scopes: [
      accountId
    ]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.MultipleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'turned-away'
          metricNamespace: 'Microsoft.Storage/storageAccounts'
          metricName: 'Transactions'
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: 20
          dimensions: [
            {
              name: 'ResponseType'
              operator: 'Include'
              values: [
                'ServerBusyError'
                'ClientThrottlingError'
                'ClientAccountRequestThrottlingError'
                'ClientAccountBandwidthThrottlingError'
              ]
            }
          ]
        }
      ]
    }
    autoMitigate: true
    actions: [
      {
        actionGroupId: people.id
      }
    ]
  }
}]
