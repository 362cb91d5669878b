using Workflows.Functions.Pages;

namespace Workflows.Functions.Tests.Pages;

public sealed class A_telephone_number_on_a_page
{
    [Theory]
    [InlineData("+31612345678", "06 12345678")]
    [InlineData("+31101234567", "010 1234567")]
    [InlineData("+31885554321", "088 5554321")]
    [InlineData("+31113555444", "0113 555444")]
    [InlineData("+32470123456", "+32470123456")]
    public void Is_written_as_people_do(string number, string shown) => Assert.Equal(shown, ShownPhone.Of(number));
}
