metadata name = 'Key Vault'
metadata description = 'Where people put the secrets: the key of the dossiers, and those of SendGrid and Twilio. No template ever sees one.'

@description('The vault\'s name.')
@maxLength(24)
param name string

@description('Where it is.')
param location string

@description('Put on every resource.')
param tags object

@description('The identity that reads the secrets. It reads all: nothing that it may not read belongs here.')
param principalId string

@description('Where every access to a secret is written down.')
param workspaceId string

@description('Where its private address is; public when empty.')
param endpointSubnetId string

@description('The private DNS zone of each service.')
param dnsZoneIds object

var isPrivate = !empty(endpointSubnetId)
var secretsUser = '4633458b-17de-408a-b874-0445c86b69e6'

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: subscription().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
    publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled'
    networkAcls: {
      bypass: 'None'
      defaultAction: isPrivate ? 'Deny' : 'Allow'
    }
  }
}

resource reads 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, principalId, secretsUser)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsUser)
  }
}

resource accessLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: vault
  name: 'access'
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'AuditEvent'
        enabled: true
      }
    ]
  }
}

module endpoint 'private-endpoint.bicep' = if (isPrivate) {
  name: '${name}-vault'
  params: {
    name: 'pep-${name}'
    location: location
    tags: tags
    subnetId: endpointSubnetId
    serviceId: vault.id
    groupId: 'vault'
    dnsZoneId: isPrivate ? dnsZoneIds.vault : ''
  }
}

@description('The vault\'s name.')
output name string = vault.name

@description('The vault\'s address, with a slash at the end.')
output vaultUri string = vault.properties.vaultUri
