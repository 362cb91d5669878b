metadata name = 'Private endpoint'
metadata description = 'An address of one service inside the network, and its name.'

@description('The endpoint\'s name.')
param name string

@description('Where it is.')
param location string

@description('Put on every resource.')
param tags object

@description('The subnet that it gets an address in.')
param subnetId string

@description('The service behind it.')
param serviceId string

@description('Which part of the service: blob, queue, table, vault or namespace.')
param groupId string

@description('The private DNS zone that knows its name.')
param dnsZoneId string

resource endpoint 'Microsoft.Network/privateEndpoints@2024-07-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    subnet: {
      id: subnetId
    }
    privateLinkServiceConnections: [
      {
        name: groupId
        properties: {
          privateLinkServiceId: serviceId
          groupIds: [
            groupId
          ]
        }
      }
    ]
  }
}

resource dns 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-07-01' = {
  parent: endpoint
  name: 'default'
  properties: {
    privateDnsZoneConfigs: [
      {
        name: groupId
        properties: {
          privateDnsZoneId: dnsZoneId
        }
      }
    ]
  }
}
