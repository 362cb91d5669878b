using System.Xml.Linq;
using Azure.Data.Tables;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Security.Web;

/// <summary>The table <c>WebKeys</c>: every instance of the app, and the next one after a restart, reads each other's cookies and form tokens.</summary>
sealed class WebKeyTable(Tables tables) : IXmlRepository
{
    const string Partition = "keys";
    const string Xml = "Xml";

    readonly TableClient table = tables.Named("WebKeys");

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        table.CreateIfNotExists();
        return [.. table.Query<TableEntity>(row => row.PartitionKey == Partition).Select(row => XElement.Parse(row.GetString(Xml)))];
    }

    /// <param name="element">A key, its secret sealed by <see cref="SealedXml"/>, or the notice that keys were revoked.</param>
    /// <param name="friendlyName">Its name, which is a table key as it is.</param>
    public void StoreElement(XElement element, string friendlyName) =>
        table.UpsertEntity(new TableEntity(Partition, TableKey.Valid(friendlyName)) { [Xml] = element.ToString(SaveOptions.DisableFormatting) }, TableUpdateMode.Replace);
}
