namespace Workflows.Functions.Tests.Pages;

public sealed class When_the_form_is_closed
{
    [Fact]
    public async Task Only_a_practice_that_signed_in_gets_to_it()
    {
        var app = new PagesApp { Settings = { ["OpenReferralForm"] = "false" } };
        await app.InitializeAsync();
        using var visitor = app.Visitor();

        await visitor.OpenAsync("/verwijzen");
        Assert.Equal((303, "/aanmelden?terug=%2Fverwijzen"), (visitor.Status, visitor.Location));

        await visitor.SignInAsync("worker/anna");
        await visitor.OpenAsync("/verwijzen");
        Assert.Equal(403, visitor.Status);
        Assert.Contains("<h1 class=\"utrecht-heading-1\">Niet toegestaan</h1>", visitor.Html, StringComparison.Ordinal);

        await visitor.SignInAsync("referrer/01999901");
        await visitor.OpenAsync("/verwijzen");
        Assert.Equal(200, visitor.Status);
        await app.DisposeAsync();
    }
}
