namespace SendGrid;

/// <summary>The content types of a mail's parts.</summary>
public class MimeType
{
    /// <summary>HTML.</summary>
    public static readonly string Html = "text/html";

    /// <summary>Plain text.</summary>
    public static readonly string Text = "text/plain";
}
