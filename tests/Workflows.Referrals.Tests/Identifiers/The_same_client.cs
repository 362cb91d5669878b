using System.Text;
using Workflows.Referrals.Identifiers;

namespace Workflows.Referrals.Tests.Identifiers;

public sealed class The_same_client
{
    static readonly byte[] Key = Encoding.ASCII.GetBytes("a key of thirty-two bytes, or so.");
    static readonly DateOnly Born = new(1948, 3, 12);

    static string Hash(string given, string family, DateOnly? born = null) => ClientIdentity.KeyedHash(Key, given, family, born ?? Born);

    [Theory]
    [InlineData("Ria", "Jansen", "ria", "JANSEN")]
    [InlineData("Ria", "Jansen", "R.", "Jansen ")]
    [InlineData("Ria", "Jansen-de Vries", "Ria", "de Vries - Jansen")]
    [InlineData("Ria", "van der Berg", "Ria", "Berg, van der")]
    [InlineData("Zoë", "Çelik", "Zoe", "Celik")]
    [InlineData("Émile", "in 't Veld", "E", "In ’t veld")]
    public void Is_recognised_however_the_name_is_written(string given, string family, string otherGiven, string otherFamily) =>
        Assert.Equal(Hash(given, family), Hash(otherGiven, otherFamily));

    [Fact]
    public void Is_not_somebody_with_another_name_or_birth_date()
    {
        Assert.NotEqual(Hash("Ria", "Jansen"), Hash("Piet", "Jansen"));
        Assert.NotEqual(Hash("Ria", "Jansen"), Hash("Ria", "Janssen"));
        Assert.NotEqual(Hash("Ria", "Jansen"), Hash("Ria", "Jansen", Born.AddDays(1)));
    }

    [Fact]
    public void Is_not_recognised_with_the_key_of_another_organisation() =>
        Assert.NotEqual(Hash("Ria", "Jansen"), ClientIdentity.KeyedHash(new byte[32], "Ria", "Jansen", Born));

    [Fact]
    public void Has_a_hash_that_may_stand_in_a_storage_key_and_holds_nothing_of_the_name()
    {
        Assert.Matches("^[A-Za-z0-9_-]{43}$", Hash("Ria", "Jansen"));
        Assert.Matches("^[A-Za-z0-9_-]{43}$", Hash("", ""));
    }

    [Fact]
    public void Is_not_hashed_with_a_short_key() => Assert.Throws<ArgumentException>(() => ClientIdentity.KeyedHash(new byte[31], "Ria", "Jansen", Born));
}
