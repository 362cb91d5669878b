metadata name = 'Workflows'
metadata description = 'Everything that the Workflows function app needs in one resource group. No secret passes through it.'

targetScope = 'resourceGroup'

@description('Which of the environments this is; part of every name.')
@allowed([
  'dev'
  'prod'
])
param environmentName string

@description('Where everything is.')
param location string = 'westeurope'

@description('Put on every resource.')
param tags object = {
  application: 'workflows'
  environment: environmentName
}

@description('Client id of the Entra ID app registration with which people sign in.')
param entraClientId string

@description('Object id of the account that may fill an empty directory; without effect once an administrator in the directory has an account.')
param firstAdministrator string = ''

@description('The verified sender of mails.')
param mailFrom string

@description('Where people and providers reach the app, at most 60 characters; its own address when empty.')
param publicUrl string = ''

@description('SendGrid\'s verification key of the signed event webhook, a public key in base64; without it no report about a mail is believed.')
param sendGridEventKey string = ''

@description('The Twilio account; without it no SMS leaves.')
param twilioAccountSid string = ''

@description('Who an SMS comes from: a number, a name or the id of a messaging service.')
param smsFrom string = ''

@description('The web sites of practices that may show the referral form inside a page of theirs, separated by spaces.')
param framingSites string = ''

@description('Whether somebody may refer without signing in, as from a page of the practice\'s own site.')
param openReferralForm bool = false

@description('Where OpenTelemetry goes, over OTLP; nowhere when empty.')
param otlpEndpoint string = ''

@description('Who gets the alerts.')
param alertEmails array

@description('Where the runbooks are: the address of docs/operations/alerts in the repository\'s web view, without a slash at the end.')
param runbooks string

@description('Whether storage, Key Vault and Service Bus can be reached from the app\'s own network only. Service Bus is Premium then.')
param privateNetworking bool = false

@description('How often data is copied: within a datacentre, over zones, or to another region.')
@allowed([
  'Standard_LRS'
  'Standard_ZRS'
  'Standard_GRS'
  'Standard_GZRS'
])
param storageSku string = 'Standard_ZRS'

@description('Instances for orchestrations that are always there, so that a deadline does not wait for a cold start.')
@minValue(0)
param alwaysReadyInstances int = 1

@description('The most instances that the app grows to; Flex Consumption takes no number below 40.')
@minValue(40)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('How long logs are kept.')
@minValue(30)
@maxValue(730)
param logRetentionInDays int = 90

@description('The most gigabytes of logs a day: a budget, at which logging stops until the next day. -1 for none.')
param logDailyQuotaGb int = 5

var suffix = uniqueString(resourceGroup().id, environmentName)
var functionAppName = 'func-workflows-${environmentName}-${take(suffix, 6)}'
var deploymentContainer = 'deployments'

// Who was erased must be gone from all backups after 30 days: what is deleted can be brought back for seven.
var backupDays = 23

var roles = {
  blobContributor: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
  blobOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  queueContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  tableContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: {
    name: 'id-workflows-${environmentName}'
    location: location
    tags: tags
  }
}

module network 'modules/network.bicep' = if (privateNetworking) {
  name: 'network'
  params: {
    name: 'vnet-workflows-${environmentName}'
    location: location
    tags: tags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: {
    workspaceName: 'log-workflows-${environmentName}'
    applicationInsightsName: 'appi-workflows-${environmentName}'
    location: location
    tags: tags
    retentionInDays: logRetentionInDays
    dailyQuotaGb: logDailyQuotaGb
    publisherPrincipalId: identity.outputs.principalId
  }
}

// The host's own: the state of the orchestrations and the packages that are deployed.
module hostStorage 'modules/storage-account.bicep' = {
  name: 'host-storage'
  params: {
    name: 'sthost${environmentName}${suffix}'
    location: location
    tags: tags
    skuName: storageSku
    containers: [
      deploymentContainer
    ]
    principalId: identity.outputs.principalId
    roleDefinitionIds: [
      roles.blobOwner
      roles.queueContributor
      roles.tableContributor
    ]
    privateServices: [
      'blob'
      'queue'
      'table'
    ]
    endpointSubnetId: privateNetworking ? network!.outputs.endpointSubnetId : ''
    dnsZoneIds: privateNetworking ? network!.outputs.dnsZoneIds : {}
  }
}

// Referrals, apart from the host's: whoever may read the state of an orchestration may not read a dossier.
module referralStorage 'modules/storage-account.bicep' = {
  name: 'referral-storage'
  params: {
    name: 'stref${environmentName}${suffix}'
    location: location
    tags: tags
    skuName: storageSku
    tables: [
      'Audit'
      'Directory'
      'DossierKeys'
      'Dossiers'
      'Erasures'
      'Facts'
      'Lists'
      'Notifications'
      'Pending'
      'Practices'
      'Profiles'
      'Publications'
      'Rollups'
      'SignIns'
      'Submissions'
      'Timeline'
      'Waiting'
      'WebKeys'
    ]
    principalId: identity.outputs.principalId
    roleDefinitionIds: [
      roles.tableContributor
    ]
    privateServices: [
      'table'
    ]
    endpointSubnetId: privateNetworking ? network!.outputs.endpointSubnetId : ''
    dnsZoneIds: privateNetworking ? network!.outputs.dnsZoneIds : {}
  }
}

// Backups, apart from what they are of; the wrapped keys in a container of their own.
module backupStorage 'modules/storage-account.bicep' = {
  name: 'backup-storage'
  params: {
    name: 'stbak${environmentName}${suffix}'
    location: location
    tags: tags
    skuName: storageSku
    containers: [
      'backups'
      'backup-keys'
    ]
    retention: [
      {
        container: 'backups'
        days: backupDays
      }
      {
        container: 'backup-keys'
        days: backupDays
      }
    ]
    principalId: identity.outputs.principalId
    roleDefinitionIds: [
      roles.blobContributor
    ]
    privateServices: [
      'blob'
    ]
    endpointSubnetId: privateNetworking ? network!.outputs.endpointSubnetId : ''
    dnsZoneIds: privateNetworking ? network!.outputs.dnsZoneIds : {}
  }
}

module serviceBus 'modules/service-bus.bicep' = {
  name: 'service-bus'
  params: {
    name: 'sb-workflows-${environmentName}-${take(suffix, 6)}'
    location: location
    tags: tags
    principalId: identity.outputs.principalId
    endpointSubnetId: privateNetworking ? network!.outputs.endpointSubnetId : ''
    dnsZoneIds: privateNetworking ? network!.outputs.dnsZoneIds : {}
  }
}

module keyVault 'modules/key-vault.bicep' = {
  name: 'key-vault'
  params: {
    name: 'kv-wf-${environmentName}-${take(suffix, 8)}'
    location: location
    tags: tags
    principalId: identity.outputs.principalId
    workspaceId: monitoring.outputs.workspaceId
    endpointSubnetId: privateNetworking ? network!.outputs.endpointSubnetId : ''
    dnsZoneIds: privateNetworking ? network!.outputs.dnsZoneIds : {}
  }
}

module functionApp 'modules/function-app.bicep' = {
  name: 'function-app'
  params: {
    name: functionAppName
    location: location
    tags: tags
    identityId: identity.outputs.resourceId
    identityClientId: identity.outputs.clientId
    entraClientId: entraClientId
    firstAdministrator: firstAdministrator
    deploymentContainerUri: '${hostStorage.outputs.blobEndpoint}${deploymentContainer}'
    alwaysReadyInstances: alwaysReadyInstances
    maximumInstanceCount: maximumInstanceCount
    subnetId: privateNetworking ? network!.outputs.appSubnetId : ''
    hostStorageName: hostStorage.outputs.name
    referralTableEndpoint: referralStorage.outputs.tableEndpoint
    backupBlobEndpoint: backupStorage.outputs.blobEndpoint
    serviceBusHostName: serviceBus.outputs.hostName
    vaultUri: keyVault.outputs.vaultUri
    applicationInsightsName: monitoring.outputs.applicationInsightsName
    publicUrl: empty(publicUrl) ? 'https://${functionAppName}.azurewebsites.net' : publicUrl
    mailFrom: mailFrom
    sendGridEventKey: sendGridEventKey
    twilioAccountSid: twilioAccountSid
    smsFrom: smsFrom
    framingSites: framingSites
    openReferralForm: openReferralForm
    otlpEndpoint: otlpEndpoint
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    name: 'workflows-${environmentName}'
    location: location
    tags: tags
    emails: alertEmails
    runbooks: runbooks
    workspaceId: monitoring.outputs.workspaceId
    serviceBusId: serviceBus.outputs.resourceId
    storageAccountIds: [
      hostStorage.outputs.resourceId
      referralStorage.outputs.resourceId
      backupStorage.outputs.resourceId
    ]
  }
}

@description('What to publish to.')
output functionAppName string = functionApp.outputs.name

@description('Where the app answers.')
output appUrl string = functionApp.outputs.url

@description('Where the secrets go.')
output keyVaultName string = keyVault.outputs.name

@description('The identity that the Entra ID app registration must trust as a federated credential, and that reads and writes all data.')
output identityPrincipalId string = identity.outputs.principalId
