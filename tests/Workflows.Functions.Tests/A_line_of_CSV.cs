namespace Workflows.Functions.Tests;

public sealed class A_line_of_CSV
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+31-10", "'+31-10")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0")]
    [InlineData("-2.5", "-2.5")]
    [InlineData("65-79", "65-79")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"yes\"", "\"say \"\"yes\"\"\"")]
    [InlineData("=1,\n2", "\"'=1,\n2\"")]
    [InlineData(null, "")]
    public void Holds_no_formula_and_keeps_numbers(string? text, string cell) => Assert.Equal($"{cell},next\r\n", CsvLine.Of([text, "next"]));
}
