using System.Text.RegularExpressions;

namespace Workflows.Functions.Pages;

/// <summary>Telephone numbers as people write them: +31612345678 is 06 12345678.</summary>
static partial class ShownPhone
{
    /// <param name="number">In E.164.</param>
    /// <returns>A Dutch number with its zero; one from abroad as it is.</returns>
    public static string Of(string number) => Dutch().Replace(number, "0$1 $2");

    /// <summary>Mobile numbers, and the short area codes of the Dutch numbering plan (Nummerplan telefoon- en ISDN-diensten); every other area code has three digits.</summary>
    [GeneratedRegex(@"^\+31(6|1[035]|2[0346]|3[03568]|4[0356]|5[0358]|7[0-9]|8[58]|[1-9][0-9]{2})([0-9]+)\z")]
    private static partial Regex Dutch();
}
