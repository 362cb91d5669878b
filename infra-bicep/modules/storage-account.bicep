metadata name = 'Storage account'
metadata description = 'One account without keys and without public blobs, with what is in it and who may use it.'

@description('The account\'s name.')
@minLength(3)
@maxLength(24)
param name string

@description('Where it is.')
param location string

@description('Put on every resource.')
param tags object

@description('How often data is copied.')
param skuName string

@description('Blob containers.')
param containers array = []

@description('After how many days the files of a container go: each with container and days.')
param retention array = []

@description('Tables.')
param tables array = []

@description('The identity that uses the account.')
param principalId string

@description('What it may do in the whole account: nothing else is in it.')
param roleDefinitionIds array

@description('The services that get an address in the private network.')
param privateServices array

@description('Where those addresses are; public when empty.')
param endpointSubnetId string

@description('The private DNS zone of each service.')
param dnsZoneIds object

var isPrivate = !empty(endpointSubnetId)

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: skuName
  }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled'
    networkAcls: {
      bypass: 'None'
      defaultAction: isPrivate ? 'Deny' : 'Allow'
    }
  }
}

resource blobService 'Microsoft.Storage/storageAccounts/blobServices@2025-01-01' = if (!empty(containers)) {
  parent: account
  name: 'default'
  properties: {
    deleteRetentionPolicy: {
      enabled: true
      days: 7
    }
    containerDeleteRetentionPolicy: {
      enabled: true
      days: 7
    }
  }
}

resource blobContainers 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-01-01' = [for container in containers: {
  parent: blobService
  name: container
  properties: {
    publicAccess: 'None'
  }
}]

resource goesByItself 'Microsoft.Storage/storageAccounts/managementPolicies@2025-01-01' = if (!empty(retention)) {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [for rule in retention: {
        name: rule.container
        enabled: true
        type: 'Lifecycle'
        definition: {
          filters: {
            blobTypes: [
              'blockBlob'
            ]
            prefixMatch: [
              '${rule.container}/'
            ]
          }
          actions: {
            baseBlob: {
              delete: {
                daysAfterModificationGreaterThan: rule.days
              }
            }
          }
        }
      }]
    }
  }
}

resource tableService 'Microsoft.Storage/storageAccounts/tableServices@2025-01-01' = if (!empty(tables)) {
  parent: account
  name: 'default'
}

resource accountTables 'Microsoft.Storage/storageAccounts/tableServices/tables@2025-01-01' = [for table in tables: {
  parent: tableService
  name: table
}]

resource uses 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for roleDefinitionId in roleDefinitionIds: {
  scope: account
  name: guid(account.id, principalId, roleDefinitionId)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleDefinitionId)
  }
}]

module endpoints 'private-endpoint.bicep' = [for service in privateServices: if (isPrivate) {
  name: '${name}-${service}'
  params: {
    name: 'pep-${name}-${service}'
    location: location
    tags: tags
    subnetId: endpointSubnetId
    serviceId: account.id
    groupId: service
    dnsZoneId: isPrivate ? dnsZoneIds[service] : ''
  }
}]

@description('The account\'s name.')
output name string = account.name

@description('The account\'s resource id.')
output resourceId string = account.id

@description('Address of its blobs, with a slash at the end.')
output blobEndpoint string = account.properties.primaryEndpoints.blob

@description('Address of its tables.')
output tableEndpoint string = account.properties.primaryEndpoints.table
