using Workflows.Functions.Audit;
using Workflows.Functions.Directory;
using Workflows.Functions.Handover;
using Workflows.Functions.Insights.Stories;
using Workflows.Functions.Offer;
using Workflows.Functions.Pages.Codes;
using Workflows.Functions.Pages.Parts;
using Workflows.Functions.Problems;
using Workflows.Functions.Referrals;
using Workflows.Functions.Security;
using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Pages.Cases;

/// <summary>Looks up the choices of a form that only the tables know: the free slots of a consultation hour, the workers who fit, and the words of stories.</summary>
sealed class CommandChoices(SlotFinder slots, CandidateFinder candidates, StoryReader stories, DirectoryStore directory, AuditTrail trail, TimeProvider clock)
{
    /// <summary>The next two or three weeks of a usual consultation hour.</summary>
    const int MostSlots = 6;

    /// <summary>The fields with all their choices.</summary>
    public async Task<IReadOnlyList<AskedField>> FillAsync(IReadOnlyList<AskedField> fields, SeenReferral seen, Caller caller, Language language, CancellationToken cancellation) =>
        await Task.WhenAll(fields.Select(async field => field.Kind switch
        {
            AskedFieldKind.Slot => field with { Choices = await SlotsAsync(seen.Referral, language, cancellation) },
            AskedFieldKind.Worker => field with { Choices = await WorkersAsync(seen.Referral, language, cancellation) },
            AskedFieldKind.Story => field with { Choices = await StoriesAsync(field.Choices, seen, caller, cancellation) },
            _ => field,
        }));

    async Task<IReadOnlyList<Choice>> SlotsAsync(Referral referral, Language language, CancellationToken cancellation) =>
    [
        .. (await slots.FreeAsync(referral.Id, referral.Organisation, referral.Practice, clock.GetUtcNow(), MostSlots, cancellation))
            .Select(slot => new Choice(slot.ToString("O"), Dates.Moment(slot, language))),
    ];

    /// <summary>With their words, which is a look into the dossier.</summary>
    async Task<IReadOnlyList<Choice>> StoriesAsync(IReadOnlyList<Choice> shared, SeenReferral seen, Caller caller, CancellationToken cancellation)
    {
        await trail.RecordAsync(AuditEvents.StoriesRead, caller, seen);
        var organisation = (await directory.OrganisationAsync(seen.Referral.Organisation, cancellation))!;
        return await Task.WhenAll(shared.Select(async choice => choice with
        {
            Hint = await stories.ReadAsync(new(seen.Referral.Id, seen.Referral.Stories.First(story => story.Id == choice.Value)), organisation, cancellation),
        }));
    }

    /// <summary>Everybody but who has it: a coordinator may also give it to somebody without room, and sees that.</summary>
    async Task<IReadOnlyList<Choice>> WorkersAsync(Referral referral, Language language, CancellationToken cancellation)
    {
        var (now, organisation) = (clock.GetUtcNow(), await directory.OrganisationAsync(referral.Organisation, cancellation));
        return
        [
            .. from rated in await candidates.RateAsync(referral, now, cancellation)
               where rated.Candidate.Worker != referral.Worker
               select new Choice(rated.Candidate.Worker, organisation?.Worker(rated.Candidate.Worker)?.Name ?? rated.Candidate.Worker, Hint(rated)),
        ];

        string Hint(RatedWorker rated) => string.Join(" · ", ((string?[])
        [
            rated.Candidate.AbsenceOn(AmsterdamTime.DayOf(now)) is not { } absence ? null
                : absence.Until is { } until ? CommandTexts.Text("Worker.AwayUntil", language, Dates.Day(until, language)) : CommandTexts.Text("Worker.Away", language),
            rated.Candidate.FreePlaces == 0 ? CommandTexts.Text("Worker.Full", language, rated.Candidate.Capacity)
                : CommandTexts.Text("Worker.Free", language, rated.Candidate.FreePlaces, rated.Candidate.Capacity),
            .. rated.Because.Select(label => CommandTexts.Find($"Rank.{label}", language)),
            referral.Offer.Worker == rated.Candidate.Worker ? CommandTexts.Text("Worker.Asked", language)
                : referral.Offer.Asked.Contains(rated.Candidate.Worker) ? CommandTexts.Text("Worker.WasAsked", language) : null,
        ]).OfType<string>());
    }
}
