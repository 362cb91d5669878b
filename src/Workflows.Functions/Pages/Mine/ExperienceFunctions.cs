using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Workflows.Functions.Audit;
using Workflows.Functions.Commands;
using Workflows.Functions.Pages.Parts;
using Workflows.Functions.Problems;
using Workflows.Functions.Referrals;
using Workflows.Referrals.Outcomes;

namespace Workflows.Functions.Pages.Mine;

/// <summary>How it was for the client: a mark, and a few words that others may read without a name, or not.</summary>
sealed class ExperienceFunctions(Screens screens, MyScreens mine, MyCommands commands)
{
    public const string Mark = "mark";
    public const string Words = "words";
    public const string MayBeRead = "mayBeRead";

    const string Command = "record-measurement";
    const string Story = "share-story";

    /// <summary><c>GET /mijn/ervaring</c>.</summary>
    [Function("AskForExperience")]
    public async Task<IResult> Ask([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "mijn/ervaring")] HttpRequest request, CancellationToken cancellation) =>
        await mine.OpenAsync(request, AuditEvents.ReferralRead, cancellation) is { } seen && MayTell(seen)
            ? await ShowAsync(request, seen, FormState.New())
            : Problem.Of(ProblemKind.NotFound);

    /// <summary><c>POST /mijn/ervaring</c>.</summary>
    [Function("SendExperience")]
    public async Task<IResult> Send(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "mijn/ervaring")] HttpRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        if (!request.HasFormContentType)
        {
            return Problem.Of(ProblemKind.UnsupportedMediaType);
        }

        if (await mine.OpenAsync(request, AuditEvents.ReferralRead, cancellation) is not { } seen || !MayTell(seen))
        {
            return Problem.Of(ProblemKind.NotFound);
        }

        var (form, language) = (await request.ReadFormAsync(cancellation), LanguageOfPages.Of(request));
        var words = form[Words].ToString();
        if (!int.TryParse(form[Mark], NumberStyles.None, CultureInfo.InvariantCulture, out var mark) || mark > 10)
        {
            return await ShowAsync(request, seen, new(form.ToDictionary(), [ErrorOf(Mark, Text("Experience.MarkNeeded", language), language)]), StatusCodes.Status422UnprocessableEntity);
        }

        if (MayBeShared(seen) && !string.IsNullOrWhiteSpace(words) && form[MayBeRead].Count == 0)
        {
            return await ShowAsync(request, seen, new(form.ToDictionary(), [ErrorOf(MayBeRead, Text("Experience.ChoiceNeeded", language), language)]), StatusCodes.Status422UnprocessableEntity);
        }

        var given = await commands.GiveAsync(request, Command, new { instrument = InstrumentIds.Satisfaction, answers = new[] { mark }, note = words }, client, cancellation);
        if (given is { Problem: null, Refusal: null } && form[MayBeRead] == "yes" && MayBeShared(seen) && !string.IsNullOrWhiteSpace(words))
        {
            given = await commands.GiveAsync(request, Story, new { text = words, consent = true }, client, cancellation, part: Story);
        }

        return given is { Problem: { Errors: [var wrong, ..] } }
            ? await ShowAsync(request, seen, new(form.ToDictionary(), [ErrorOf(Words, wrong.Rule.Text.In(language, wrong.Values), language)]), StatusCodes.Status422UnprocessableEntity)
            : MyCommands.Answer(given, "/mijn/verwijzing", "experience");
    }

    static bool MayTell(SeenReferral seen) => MyTasks.TellsHowItWas(seen.Referral) && MyScreens.OpenTo(seen).Contains(Command);

    static bool MayBeShared(SeenReferral seen) => MyScreens.OpenTo(seen).Contains(Story);

    static FormError ErrorOf(string field, string text, Language language) => new(field, Text($"Experience.{field}", language), text);

    Task<IResult> ShowAsync(HttpRequest request, SeenReferral seen, FormState form, int status = StatusCodes.Status200OK) =>
        screens.ShowAsync<ExperiencePage>(request, new { Form = form, MayBeShared = MayBeShared(seen) }, status);

    static string Text(string name, Language language) => PageTexts.Of(typeof(ExperiencePage), name, language);
}
