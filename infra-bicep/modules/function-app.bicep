metadata name = 'Function app'
metadata description = 'The app on Flex Consumption, its settings, and how people sign in. Every secret is a reference to Key Vault.'

@description('The app\'s name.')
param name string

@description('Where it is.')
param location string

@description('Put on every resource.')
param tags object

@description('Who the app is.')
param identityId string

@description('How its libraries name that identity.')
param identityClientId string

@description('The app registration with which people sign in.')
param entraClientId string

@description('The account that may fill an empty directory; none when empty.')
param firstAdministrator string

@description('The blob container that packages are deployed to.')
param deploymentContainerUri string

@description('Instances for orchestrations that are always there.')
param alwaysReadyInstances int

@description('The most instances that the app grows to.')
param maximumInstanceCount int

@description('The subnet that it calls from; none when empty.')
param subnetId string

@description('The host\'s own storage account.')
param hostStorageName string

@description('Address of the referrals\' tables.')
param referralTableEndpoint string

@description('Address of the blob service for backups.')
param backupBlobEndpoint string

@description('Host name of the Service Bus namespace.')
param serviceBusHostName string

@description('Address of the vault, with a slash at the end.')
param vaultUri string

@description('Name of the Application Insights component.')
param applicationInsightsName string

@description('Where people and providers reach the app.')
param publicUrl string

@description('The verified sender of mails.')
param mailFrom string

@description('SendGrid\'s verification key; none when empty.')
param sendGridEventKey string

@description('The Twilio account; no SMS when empty.')
param twilioAccountSid string

@description('Who an SMS comes from.')
param smsFrom string

@description('Web sites that may show the referral form inside a page of theirs; none when empty.')
param framingSites string

@description('Whether somebody may refer without signing in.')
param openReferralForm bool

@description('Where OpenTelemetry goes; nowhere when empty.')
param otlpEndpoint string

var hostSettings = {
  APPLICATIONINSIGHTS_CONNECTION_STRING: applicationInsights.properties.ConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
  // The root of the site is the app's: a function answers there.
  AzureWebJobsDisableHomepage: 'true'
  AzureWebJobsStorage__accountName: hostStorageName
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId
  AZURE_CLIENT_ID: identityClientId
  // App Service Authentication proves itself with the app's identity: a client secret would be one more to renew.
  OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID: identityClientId
}

var appSettings = {
  ReferralStorage: referralTableEndpoint
  BackupStorage: backupBlobEndpoint
  KeyVaultUri: vaultUri
  ServiceBusConnection__fullyQualifiedNamespace: serviceBusHostName
  ServiceBusConnection__credential: 'managedidentity'
  ServiceBusConnection__clientId: identityClientId
  PublicUrl: publicUrl
  MailFrom: mailFrom
  OpenReferralForm: string(openReferralForm)
  SendGridKey: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/SendGridKey)'
}

var administratorSettings = empty(firstAdministrator) ? {} : {
  FirstAdministrator: firstAdministrator
}

var eventSettings = empty(sendGridEventKey) ? {} : {
  SendGridEventKey: sendGridEventKey
}

var smsSettings = empty(twilioAccountSid) ? {} : {
  TwilioAccountSid: twilioAccountSid
  TwilioAuthToken: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/TwilioAuthToken)'
  SmsFrom: smsFrom
}

var framingSettings = empty(framingSites) ? {} : {
  FramingSites: framingSites
}

var telemetrySettings = empty(otlpEndpoint) ? {} : {
  OTEL_EXPORTER_OTLP_ENDPOINT: otlpEndpoint
}

resource applicationInsights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: applicationInsightsName
}

resource plan 'Microsoft.Web/serverfarms@2024-11-01' = {
  name: 'plan-${name}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
  }
}

resource site 'Microsoft.Web/sites@2024-11-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    keyVaultReferenceIdentity: identityId
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    siteConfig: {
      minTlsVersion: '1.2'
      http20Enabled: true
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: deploymentContainerUri
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
      scaleAndConcurrency: {
        instanceMemoryMB: 2048
        maximumInstanceCount: maximumInstanceCount
        alwaysReady: alwaysReadyInstances == 0 ? [] : [
          {
            name: 'durable'
            instanceCount: alwaysReadyInstances
          }
        ]
      }
    }
  }
}

resource settings 'Microsoft.Web/sites/config@2024-11-01' = {
  parent: site
  name: 'appsettings'
  properties: union(hostSettings, appSettings, administratorSettings, eventSettings, smsSettings, framingSettings, telemetrySettings)
}

// Systems come with a key and clients with a code, so that nobody is turned away at the door; the app itself decides who may do what.
resource authentication 'Microsoft.Web/sites/config@2024-11-01' = {
  parent: site
  name: 'authsettingsV2'
  properties: {
    platform: {
      enabled: true
      runtimeVersion: '~1'
    }
    globalValidation: {
      requireAuthentication: false
      unauthenticatedClientAction: 'AllowAnonymous'
    }
    httpSettings: {
      requireHttps: true
    }
    login: {
      tokenStore: {
        enabled: false
      }
    }
    identityProviders: {
      azureActiveDirectory: {
        enabled: true
        registration: {
          clientId: entraClientId
          clientSecretSettingName: 'OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID'
          openIdIssuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
        }
        validation: {
          allowedAudiences: [
            entraClientId
            'api://${entraClientId}'
          ]
        }
      }
    }
  }
  dependsOn: [
    settings
  ]
}

resource noFtpPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-11-01' = {
  parent: site
  name: 'ftp'
  properties: {
    allow: false
  }
}

resource noDeploymentPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-11-01' = {
  parent: site
  name: 'scm'
  properties: {
    allow: false
  }
}

@description('The app\'s name.')
output name string = site.name

@description('Where it answers.')
output url string = 'https://${site.properties.defaultHostName}'
