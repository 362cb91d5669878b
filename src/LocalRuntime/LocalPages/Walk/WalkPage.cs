using LocalRuntime.LocalPages.Page;
using Microsoft.AspNetCore.Http;

namespace LocalRuntime.LocalPages.Walk;

/// <summary>The steps one below the other: those that were taken with what there is to look at, the next one with its button, the others by their names.</summary>
static class WalkPage
{
    public const string Path = "/local/walk";

    public static IResult Show(Frame frame, HttpRequest request, GuidedWalk walk, Progress progress, string? failure = null) => frame.Show(request, walk.Title, Html.Of($"""
        <h1>{walk.Title}</h1>
        <p>{walk.Text}</p>
        {(failure is null ? Html.Empty : Html.Of($"""<div class="failure" role="alert"><p>The app refused it. <a href="{Path}">Begin again</a>, or see what it said:</p><pre>{failure}</pre></div>"""))}
        <ol class="walk">{Html.Each(walk.Steps.Index(), step => Step(step.Index, step.Item, progress))}</ol>
        {(progress.Done < walk.Steps.Count ? Html.Empty : Html.Of($"""<p><a href="{Path}">Begin again</a></p>"""))}
        """), failure is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);

    static Html Step(int number, WalkStep step, Progress progress) => Html.Of($"""
        <li id="step-{number + 1}" class="{(number < progress.Done ? "taken" : number == progress.Done ? "next" : "later")}">
        <h2>{step.Title}</h2>
        {(number > progress.Done ? Html.Empty : Html.Of($"<p>{step.Text}</p>"))}
        {(number == progress.Done ? Html.Of($"""<form method="post" action="{progress.Address($"{Path}/{number}")}"><button class="main">{step.Press}</button></form>""") : Html.Empty)}
        {(number < progress.Done && step.Look is { } looks ? Html.Of($"""<ul class="looks">{Html.Each(looks.Index(), look => Look(number, look.Index, look.Item, progress))}</ul>""") : Html.Empty)}
        </li>
        """);

    /// <summary>In a tab of its own: the walk stays where it is.</summary>
    static Html Look(int step, int number, WalkLook look, Progress progress) => look.As is { } user
        ? Html.Of($"""<li><form method="post" action="{progress.Address($"{Path}/{step}/look/{number}")}" target="_blank" rel="noopener"><button>{look.Label} <span class="quiet">as {user}</span></button></form></li>""")
        : Html.Of($"""<li><a class="button" href="{progress.Fill(look.Path, default)}" target="_blank">{look.Label}</a></li>""");
}
