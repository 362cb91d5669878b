metadata name = 'Identity'
metadata description = 'Who the app is. It is there before the app, so that its rights are too when the app first starts.'

@description('The identity\'s name.')
param name string

@description('Where it is.')
param location string

@description('Put on every resource.')
param tags object

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: name
  location: location
  tags: tags
}

@description('The identity\'s resource id.')
output resourceId string = identity.id

@description('Who it is in role assignments.')
output principalId string = identity.properties.principalId

@description('How the app\'s libraries name it.')
output clientId string = identity.properties.clientId
