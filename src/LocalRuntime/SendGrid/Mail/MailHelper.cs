#nullable disable   // like the official assembly, so that the same code compiles against both
namespace SendGrid.Helpers.Mail;

/// <summary>Makes messages of the usual kinds.</summary>
public class MailHelper
{
    /// <summary>One mail to one recipient; a part that is empty or null is left out.</summary>
    public static SendGridMessage CreateSingleEmail(EmailAddress from, EmailAddress to, string subject, string plainTextContent, string htmlContent)
    {
        var message = new SendGridMessage();
        message.SetFrom(from);
        message.SetSubject(subject);
        if (!string.IsNullOrEmpty(plainTextContent))
        {
            message.AddContent(MimeType.Text, plainTextContent);
        }

        if (!string.IsNullOrEmpty(htmlContent))
        {
            message.AddContent(MimeType.Html, htmlContent);
        }

        message.AddTo(to);
        return message;
    }
}
