#nullable disable   // like the official assembly, so that the same code compiles against both
using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

/// <summary>A mail address with an optional display name. Two are equal when their addresses are, whatever the case.</summary>
public class EmailAddress : IEquatable<EmailAddress>
{
    /// <summary>An empty address.</summary>
    public EmailAddress()
    {
    }

    /// <summary>An address, shown as <paramref name="name"/>.</summary>
    public EmailAddress(string email, string name = null)
    {
        Email = email;
        Name = name;
    }

    /// <summary>The display name; null for none.</summary>
    [JsonPropertyName("name")]
    public string Name { get; set; }

    /// <summary>The address itself.</summary>
    [JsonPropertyName("email")]
    public string Email { get; set; }

    /// <summary>Whether both are the same address.</summary>
    public static bool operator ==(EmailAddress left, EmailAddress right) => Equals(left, right);

    /// <summary>Whether they are different addresses.</summary>
    public static bool operator !=(EmailAddress left, EmailAddress right) => !Equals(left, right);

    /// <inheritdoc />
    public bool Equals(EmailAddress other) => other is not null && string.Equals(Email, other.Email, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    public override bool Equals(object obj) => obj is EmailAddress other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => Email is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(Email);
}
