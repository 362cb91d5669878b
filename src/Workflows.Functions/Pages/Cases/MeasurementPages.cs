using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using Workflows.Functions.Audit;
using Workflows.Functions.Commands;
using Workflows.Functions.Pages.Parts;
using Workflows.Functions.Problems;
using Workflows.Functions.Referrals;
using Workflows.Functions.Security;
using Workflows.Referrals.Outcomes;

namespace Workflows.Functions.Pages.Cases;

/// <summary>The questionnaires of a referral's pathway: what they said so far, and a form for each.</summary>
sealed class MeasurementPages(Screens screens, ReferralReader referrals, CaseScreens cases, CommandDesk desk)
{
    const string Command = "record-measurement";

    public async Task<IResult> ShowAsync(HttpRequest request, string id, CancellationToken cancellation)
    {
        if (await referrals.OpenAsync(id, request.Caller, AuditEvents.TimelineRead, ofPerson: true, cancellation) is not { } seen)
        {
            return Problem.Of(ProblemKind.NotFound);
        }

        var language = LanguageOfPages.Of(request);
        var events = await referrals.TimelineAsync(seen, cancellation);
        return await screens.ShowAsync<MeasurementsPage>(request, new
        {
            Referral = id,
            About = await cases.AboutAsync(seen, request.Caller, language, cancellation),
            Instruments = (IReadOnlyList<MeasuredInstrument>)
                [.. seen.Referral.Pathway.Instruments.Select(Instruments.Find).OfType<Instrument>().Select(instrument => MeasuredInstrument.Of(instrument, events, language))],
            MayMeasure = CaseCommands.OpenTo(seen).Contains(Command),
            Done = DoneTexts.Of(request, language),
        });
    }

    public async Task<IResult> AskAsync(HttpRequest request, string id, string instrument, CancellationToken cancellation) =>
        await referrals.OpenAsync(id, request.Caller, AuditEvents.ReferralRead, ofPerson: false, cancellation) is { } seen && Find(seen, instrument) is { } found
            ? await ShowAsync(request, seen, found, FormState.New(), cancellation)
            : Problem.Of(ProblemKind.NotFound);

    public async Task<IResult> SendAsync(HttpRequest request, string id, string instrument, DurableTaskClient client, CancellationToken cancellation)
    {
        if (!request.HasFormContentType)
        {
            return Problem.Of(ProblemKind.UnsupportedMediaType);
        }

        if (await referrals.FindAsync(id, request.Caller, AuditEvents.CommandGiven, cancellation) is not { } seen || Find(seen, instrument) is not { } found)
        {
            return Problem.Of(ProblemKind.NotFound);
        }

        var (typed, language) = (await request.ReadFormAsync(cancellation), LanguageOfPages.Of(request));
        var form = new MeasurementForm(found, language);
        if (MeasurementForm.IsEmpty(typed))
        {
            return await ShowAsync(request, seen, found, new(typed.ToDictionary(), [form.Nothing()]), cancellation, StatusCodes.Status422UnprocessableEntity);
        }

        var body = form.Body(typed);
        var answer = await desk.TakeAsync(seen, request.Caller, Command, FormState.KeyOf(typed), () => Task.FromResult(new JsonBody.Read(body)), client, cancellation);
        return answer switch
        {
            { Problem: { Errors.Count: > 0 } wrong } => await ShowAsync(request, seen, found, new(typed.ToDictionary(), form.Errors(wrong)), cancellation, StatusCodes.Status422UnprocessableEntity),
            { Problem: { } problem } => problem,
            { Refusal: { } refusal } => await ShowAsync(
                request, seen, found, new(typed.ToDictionary(), []), cancellation, StatusCodes.Status409Conflict, RefusalTexts.Of(refusal, Command, seen.Referral.Status, language)),
            _ => new SeeOther(DoneTexts.Address(CaseAddress.Of(request.Caller, id, Command), Command, answer.IsVisible)),
        };
    }

    static Instrument? Find(SeenReferral seen, string instrument) =>
        seen.MayReadDossier && seen.Referral.Pathway.Instruments.Contains(instrument) ? Instruments.Find(instrument) : null;

    async Task<IResult> ShowAsync(
        HttpRequest request, SeenReferral seen, Instrument instrument, FormState form, CancellationToken cancellation, int status = StatusCodes.Status200OK, string? refused = null) =>
        await screens.ShowAsync<MeasurementPage>(
            request,
            new
            {
                Referral = seen.Referral.Id,
                About = await cases.AboutAsync(seen, request.Caller, LanguageOfPages.Of(request), cancellation),
                Instrument = instrument,
                Form = form,
                Refused = refused,
            },
            status);
}
