using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Security.Web;

/// <summary>Seals the keys of cookies and form tokens with a data key of the app's own, which the master key wraps: rotating the master key rewraps it, too.</summary>
sealed class SealedXml(DataKeys keys) : IXmlEncryptor, IXmlDecryptor
{
    const string App = "app!web";

    static readonly byte[] Place = "key of cookies and form tokens"u8.ToArray();

    /// <summary>Data Protection makes the decryptor itself, by the name that stands beside the sealed key.</summary>
    public SealedXml(IServiceProvider services)
        : this(services.GetRequiredService<DataKeys>())
    {
    }

    public EncryptedXmlInfo Encrypt(XElement plaintextElement) => new(
        new("sealed", Convert.ToBase64String(SealedBox.Seal(Key(), Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting)), Place))),
        typeof(SealedXml));

    public XElement Decrypt(XElement encryptedElement) =>
        XElement.Parse(Encoding.UTF8.GetString(SealedBox.Open(Key(), Convert.FromBase64String(encryptedElement.Value), Place)));

    /// <summary>The interfaces know no asynchronous call; Data Protection calls them at the start and then every few weeks.</summary>
    byte[] Key() => keys.OfAsync(App).GetAwaiter().GetResult();
}
