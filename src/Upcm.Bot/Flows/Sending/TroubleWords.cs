using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Notifications;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Sending;

/// <summary>What the administrator hears when something did not go out.</summary>
internal static class TroubleWords
{
    public static Card Card(IReadOnlyList<Trouble> troubles, CultureInfo culture)
    {
        var en = culture.IsEnglish();
        var ofTheStore = troubles.All(static trouble => trouble.Kind is TroubleKind.Unreadable or TroubleKind.Quarantined or TroubleKind.NoBackup);
        var ending = troubles.All(static trouble => trouble.Kind is TroubleKind.SecretEnds or TroubleKind.SignInCertificateEnds or TroubleKind.CertificateEnds);
        return new Card(
            ofTheStore ? en ? "The store needs you" : "De opslag heeft je nodig"
            : ending ? en ? "Arrange this before I stop working" : "Regel dit voordat ik stilval"
            : en ? "Not everything went out" : "Niet alles is verzonden")
        {
            Status = ofTheStore ? en ? "At the command line of the bot" : "Op de opdrachtregel van de bot"
                : ending ? en ? "In the settings of the bot" : "In de instellingen van de bot"
                : en ? "Look at what is stuck, and send it again where you can" : "Kijk wat er vaststaat en stuur het waar het kan opnieuw",
            Body = [new Bullets([.. troubles.Select(trouble => Line(trouble, culture))])],
            Buttons = ending ? [] : [Sayings.Button(en ? "What was sent" : "Wat is er verzonden", en ? "sent" : "verzonden", ButtonTone.Main)],
        };
    }

    private static string Line(Trouble trouble, CultureInfo culture)
    {
        var en = culture.IsEnglish();
        var what = $"{PostWords.Name(trouble.What.Split('/')[0]).In(culture)} ({PostWords.At(trouble.Since, culture)})";
        return trouble.Kind switch
        {
            TroubleKind.NotMade => en ? $"{what} was due and was not made" : $"{what} had gemaakt moeten zijn en is er niet",
            TroubleKind.NotFinished => en ? $"{what} was begun and is not finished" : $"{what} is begonnen en niet af",
            TroubleKind.Late => (en ? $"{what} went out late" : $"{what} is te laat verzonden")
                + (trouble.Count > 0 ? en ? $", with {trouble.Count} missed before it" : $", met wat er {trouble.Count} keer daarvoor uitviel" : ""),
            TroubleKind.TooLate => en ? $"{what} was not sent: the meeting had begun" : $"{what} is niet verzonden: het overleg was al begonnen",
            TroubleKind.Unreached => (en ? $"{what} could not reach " : $"{what} bereikte niet: ") + Many(trouble.Count, en ? ("person", "people") : ("persoon", "mensen")),
            TroubleKind.Waits => en ? $"Messages wait since {PostWords.At(trouble.Since, culture)} and do not go" : $"Berichten wachten sinds {PostWords.At(trouble.Since, culture)} en gaan niet weg",
            TroubleKind.Unreadable => Many(trouble.Count, en ? ("document in the store cannot be read and is passed over", "documents in the store cannot be read and are passed over")
                : ("document in de opslag is niet te lezen en wordt overgeslagen", "documenten in de opslag zijn niet te lezen en worden overgeslagen"))
                + (en ? ": stop the bot and say doctor at the command line" : ": stop de bot en zeg doctor op de opdrachtregel"),
            TroubleKind.Quarantined => en ? $"The store was mended; {Many(trouble.Count, ("document lies", "documents lie"))} in quarantine beside it, with a report"
                : $"De opslag is hersteld; {Many(trouble.Count, ("document staat", "documenten staan"))} in quarantaine ernaast, met een verslag",
            TroubleKind.NoBackup => en ? $"Since {PostWords.At(trouble.Since, culture)} no backup could be made; the cause is in the log" : $"Sinds {PostWords.At(trouble.Since, culture)} lukt de reservekopie niet; de oorzaak staat in het log",
            TroubleKind.SecretEnds => (en ? $"The secret of the app registration {Ends(trouble, culture)}" : $"Het geheim van de app-registratie {Ends(trouble, culture)}")
                + (en ? ": make a new one, and set Teams:AppPassword and Teams:SecretExpires" : ": maak een nieuw, en stel Teams:AppPassword en Teams:SecretExpires in"),
            TroubleKind.SignInCertificateEnds => (en ? $"The certificate of the app registration {Ends(trouble, culture)}" : $"Het certificaat van de app-registratie {Ends(trouble, culture)}")
                + (en ? ": upload a new one there, and put it in the file of Teams:Certificate" : ": zet daar een nieuw neer, en in het bestand van Teams:Certificate"),
            TroubleKind.CertificateEnds => (en ? $"The certificate at my address {Ends(trouble, culture)}" : $"Het certificaat op mijn adres {Ends(trouble, culture)}")
                + (en ? ": without a new one Teams cannot reach me" : ": zonder een nieuw kan Teams mij niet bereiken"),
            _ => Many(trouble.Count, en ? ("message of the last day did not arrive", "messages of the last day did not arrive")
                : ("bericht van de afgelopen dag kwam niet aan", "berichten van de afgelopen dag kwamen niet aan")),
        };

        static string Ends(Trouble trouble, CultureInfo culture)
        {
            var day = LocalTime.DayOf(trouble.Since.AddTicks(-1), TimeZoneInfo.Utc).ToString("ddd d MMMM yyyy", culture);
            return trouble.Ended ? culture.IsEnglish() ? $"ended on {day}" : $"is op {day} geëindigd" : culture.IsEnglish() ? $"ends on {day}" : $"eindigt op {day}";
        }

        string Many(int count, (string One, string More) words) => $"{count.ToString(culture)} {(count == 1 ? words.One : words.More)}";
    }
}
