using 'main.bicep'

param environmentName = 'dev'

// What differs between owners comes from the environment of whoever deploys; none of it is a secret.
param entraClientId = readEnvironmentVariable('ENTRA_CLIENT_ID')
param firstAdministrator = readEnvironmentVariable('FIRST_ADMINISTRATOR', '')
param mailFrom = readEnvironmentVariable('MAIL_FROM')
param alertEmails = split(readEnvironmentVariable('ALERT_EMAILS'), ',')
param runbooks = readEnvironmentVariable('RUNBOOKS')
param publicUrl = readEnvironmentVariable('PUBLIC_URL', '')
param sendGridEventKey = readEnvironmentVariable('SENDGRID_EVENT_KEY', '')
param twilioAccountSid = readEnvironmentVariable('TWILIO_ACCOUNT_SID', '')
param smsFrom = readEnvironmentVariable('SMS_FROM', '')
param framingSites = readEnvironmentVariable('FRAMING_SITES', '')
param openReferralForm = bool(readEnvironmentVariable('OPEN_REFERRAL_FORM', 'false'))
param otlpEndpoint = readEnvironmentVariable('OTLP_ENDPOINT', '')

param storageSku = 'Standard_LRS'
param alwaysReadyInstances = 0
param maximumInstanceCount = 40
param logRetentionInDays = 30
param logDailyQuotaGb = 1
