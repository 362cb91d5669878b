using System.Globalization;
using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Pathways;

namespace Workflows.Functions.Problems;

/// <summary>Texts in two languages, with numbered places for values.</summary>
static class Sentences
{
    extension(LocalText text)
    {
        /// <summary>The sentence in that language with the values in their places; a sentence without values may hold braces.</summary>
        public string In(Language language, params ReadOnlySpan<object?> values)
        {
            var sentence = language == Language.English ? text.En : text.Nl;
            return values.IsEmpty ? sentence : string.Format(CultureInfo.InvariantCulture, sentence, values);
        }
    }

    extension(Term term)
    {
        /// <summary>How long, in words of that language.</summary>
        public string In(Language language) => language == Language.English ? term.InEnglish : term.InDutch;
    }

    extension(Explanation explanation)
    {
        /// <summary>The arithmetic as a sentence in that language.</summary>
        public string In(Language language) => language == Language.English ? explanation.InEnglish : explanation.InDutch;
    }
}
