using System.Text.Json;
using System.Text.Json.Serialization;

namespace LocalRuntime.LocalPages.Walk;

/// <summary>A walk through what the app does, for somebody who never saw it. The words and addresses are the app's: <c>local.walk.json</c> beside host.json.</summary>
/// <param name="Title">What the walk is about.</param>
/// <param name="Text">What somebody should know before the first step.</param>
/// <param name="SignIn">How the app lets a developer be one of its sample people.</param>
/// <param name="Steps">In the order in which they are taken.</param>
sealed record GuidedWalk(string Title, string Text, WalkSignIn SignIn, IReadOnlyList<WalkStep> Steps)
{
    const string Name = "local.walk.json";

    static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <summary>The app's walk; null when it has none.</summary>
    /// <exception cref="JsonException">The file does not keep to the form; the message says where.</exception>
    public static GuidedWalk? Find() => Path.Combine(AppContext.BaseDirectory, Name) is var path && File.Exists(path) ? Parse(File.ReadAllText(path)) : null;

    public static GuidedWalk Parse(string json) => JsonSerializer.Deserialize<GuidedWalk>(json, Strict)!;
}

/// <summary>How the app lets a developer be one of its sample people.</summary>
/// <param name="Page">Where a form is sent that signs in a browser.</param>
/// <param name="User">The field of that form for who it is.</param>
/// <param name="Back">The field for where it goes on.</param>
/// <param name="Header">The header by which a program says for whom it calls.</param>
sealed record WalkSignIn(string Page, string User, string Back, string Header);

/// <summary>One step: something is done, and then there is something to look at.</summary>
/// <param name="Title">What happens, in a few words.</param>
/// <param name="Text">What it means.</param>
/// <param name="Press">The words on the button that does it.</param>
/// <param name="Advance">How far it moves the clock first, as an ISO 8601 duration, and on to when people work; null when it need not move.</param>
/// <param name="Calls">What it sends then, one after the other.</param>
/// <param name="Look">Where to look then.</param>
sealed record WalkStep(string Title, string Text, string Press, string? Advance = null, IReadOnlyList<WalkCall>? Calls = null, IReadOnlyList<WalkLook>? Look = null);

/// <summary>What is asked of the app for somebody: with a body a POST of JSON, without one a GET.</summary>
/// <param name="As">One of the sample people.</param>
/// <param name="Path">The address. <c>{name}</c> is what an earlier answer gave under that name.</param>
/// <param name="Body">
/// The JSON, where <c>{name}</c> may stand too, <c>{now}</c> or <c>{now+P1D}</c> for the app's time, and <c>{digit}</c> for any from 1 to 9, for what has to be another one
/// each time that the walk is taken.
/// </param>
/// <param name="Keep">What later calls need: by name, where it stands in the answer, as <c>/property/0/property</c>.</param>
sealed record WalkCall(string As, string Path, JsonElement? Body = null, IReadOnlyDictionary<string, string>? Keep = null);

/// <summary>A page to look at.</summary>
/// <param name="Label">What is to be seen there.</param>
/// <param name="Path">The address, where <c>{name}</c> may stand.</param>
/// <param name="As">One of the sample people who is signed in first; null when nobody needs to be.</param>
sealed record WalkLook(string Label, string Path, string? As = null);
