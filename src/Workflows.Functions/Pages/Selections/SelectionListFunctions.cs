using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Workflows.Functions.Intake.Selections;
using Workflows.Functions.Pages.Parts;
using Workflows.Functions.Problems;
using Workflows.Functions.Security;

namespace Workflows.Functions.Pages.Selections;

/// <summary>Everybody of the practice's selections about whom nobody has decided, and the upload of another file.</summary>
sealed class SelectionListFunctions(Screens screens, SelectionDesk desk, SelectedPersons persons)
{
    /// <summary>The field of the upload.</summary>
    const string FileName = "file";

    /// <summary><c>GET /praktijk/selecties</c>.</summary>
    [Function("ListSelected")]
    public async Task<IResult> List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "praktijk/selecties")] HttpRequest request, CancellationToken cancellation) =>
        await ShowListAsync(request, FormState.New(), cancellation);

    /// <summary><c>POST /praktijk/selecties</c>: a CSV file.</summary>
    [Function("UploadSelection")]
    public async Task<IResult> Upload([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "praktijk/selecties")] HttpRequest request, CancellationToken cancellation)
    {
        if (!request.HasFormContentType)
        {
            return Problem.Of(ProblemKind.UnsupportedMediaType);
        }

        var language = LanguageOfPages.Of(request);
        if ((await request.ReadFormAsync(cancellation)).Files.GetFile(FileName) is not { Length: > 0 } file)
        {
            return await ShowWrongAsync([new(FileName, T("Upload.File", language), T("Error.NoFile", language))]);
        }

        var bytes = new byte[file.Length];
        await using var content = file.OpenReadStream();
        await content.ReadExactlyAsync(bytes, cancellation);
        var stored = await desk.StoreAsync(bytes, request.Caller, cancellation);
        return stored.Problem switch
        {
            null => SelectionAddress.Decided("upload"),
            { Errors.Count: > 0 } wrong => await ShowWrongAsync([.. wrong.Errors.Select(error => new FormError(FileName, PlaceOf(error.Pointer, language), error.Rule.Text.In(language, error.Values)))]),
            { } problem => problem,
        };

        Task<IResult> ShowWrongAsync(IReadOnlyList<FormError> errors) => ShowListAsync(request, new(FormState.None, errors), cancellation, StatusCodes.Status422UnprocessableEntity);
    }

    async Task<IResult> ShowListAsync(HttpRequest request, FormState form, CancellationToken cancellation, int status = StatusCodes.Status200OK)
    {
        var (items, others) = await persons.OfAsync(request.Caller, LanguageOfPages.Of(request), cancellation);
        return await screens.ShowAsync<SelectedListPage>(
            request, new { Persons = items, Others = others, Form = form, Done = SelectionAddress.Done(request) }, status);
    }

    /// <summary>Where in the file: people count rows below the head, and columns, from one.</summary>
    static string PlaceOf(string pointer, Language language) => pointer.Split('/') switch
    {
        [_, "0", var column] => T("Place.Head", language, Next(column)),
        [_, "0"] => T("Place.Heads", language),
        [_, var row, var column] => T("Place.Row", language, row, Next(column)),
        _ => T("Upload.File", language),
    };

    static int Next(string column) => int.Parse(column, CultureInfo.InvariantCulture) + 1;

    static string T(string name, Language language, params ReadOnlySpan<object?> values) => PageTexts.Of(typeof(SelectedPage), name, language, values);
}
