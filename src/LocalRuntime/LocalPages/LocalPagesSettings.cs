using Microsoft.Extensions.Configuration;

namespace LocalRuntime.LocalPages;

/// <summary>The settings of the local pages, read at each use: the host may still be finding out where storage listens when this is made.</summary>
sealed class LocalPagesSettings(IConfiguration configuration)
{
    /// <summary>The connection string of the app's own storage account.</summary>
    public string Storage => configuration["AzureWebJobsStorage"] ?? throw new InvalidOperationException("The setting AzureWebJobsStorage is missing.");

    /// <summary>What the names of the tables begin with, so that tests are apart: a letter, then letters and digits.</summary>
    public string TablePrefix => configuration["LocalPages:TablePrefix"] ?? "Local";

    /// <summary>The secrets that senders may sign with, as <c>whsec_</c> and base64; more than one during a rotation.</summary>
    public string[] GpInboxSecrets =>
        (configuration["LocalPages:GpInboxSecret"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
