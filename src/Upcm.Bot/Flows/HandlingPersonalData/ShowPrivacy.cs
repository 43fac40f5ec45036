using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Configuration;
using Upcm.Bot.Conversation;
using Upcm.Bot.Privacy;
using Upcm.Domain;

namespace Upcm.Bot.Flows.HandlingPersonalData;

/// <summary><c>privacy</c>: what is kept of people, why, how long, and whom to ask.</summary>
public sealed class ShowPrivacy(IConfiguration settings) : ICommand
{
    private static readonly Phrase Ground = new(
        "een taak van algemeen belang (AVG artikel 6, lid 1, onder e)", "a task in the public interest (GDPR article 6(1)(e))");

    private static readonly Phrase Unset = new(
        "de beheerder van deze bot; zeg \"wie is wie\" om te zien wie dat is", "the administrator of this bot; say \"who is who\" to see who that is");

    public Sentence Sentence { get; } = new(
        ["privacy", "privacyverklaring", "avg"], ["privacy", "privacy notice", "gdpr"], new Phrase("wat ik bewaar, waarom en hoe lang", "what I keep, why and how long"));

    public ValueTask Run(Turn turn, string rest)
    {
        var en = turn.Culture.IsEnglish();
        turn.Replace(Told(turn.Method, settings, turn.Culture) with
        {
            Buttons =
            [
                Sayings.Button(en ? "My data" : "Mijn gegevens", en ? "my data" : "mijn gegevens", ButtonTone.Main),
                Sayings.Button(en ? "Forget me" : "Vergeet mij", en ? "forget me" : "vergeet mij", ButtonTone.Grave),
            ],
        });
        return ValueTask.CompletedTask;
    }

    /// <summary>The same for who asks the bot and for who opens the page that its app package names.</summary>
    internal static Card Told(WorkingMethod method, IConfiguration settings, CultureInfo culture)
    {
        var en = culture.IsEnglish();
        var programme = method.Name.In(culture);
        var terms = Retention.From(settings);
        return new Card("Privacy")
        {
            Body =
            [
                new Facts(
                [
                    new Fact(en ? "Purpose" : "Doel", en ? $"carrying the working method of the {programme}: who does, decides and hears what" : $"de werkwijze van het {programme} uitvoeren: wie doet, besluit en hoort wat"),
                    new Fact(en ? "Ground" : "Grondslag", settings.Of(Settings.PrivacyGround) ?? Ground.In(culture)),
                    new Fact(en ? "Responsible" : "Verantwoordelijk", settings.Of(Settings.PrivacyResponsible) ?? Unset.In(culture)),
                    new Fact("Contact", settings.Of(Settings.PrivacyContact) ?? Unset.In(culture)),
                ]),
                new Section(en ? "What I keep" : "Wat ik bewaar",
                [
                    new Bullets(en
                        ?
                        [
                            "your name, your id and your language, as Teams gives them",
                            "what you set about messages, and forms you began",
                            "what you record: initiatives, reports, advice, decisions, answers, tensions",
                            "messages I sent you; not what you say to me in between",
                        ]
                        :
                        [
                            "je naam, je id en je taal, zoals Teams ze geeft",
                            "wat je over berichten instelt, en formulieren die je begon",
                            "wat je vastlegt: initiatieven, rapportages, adviezen, besluiten, antwoorden, spanningen",
                            "berichten die ik je stuurde; niet wat je verder tegen me zegt",
                        ]),
                ]),
                new Section(en ? "How long" : "Hoe lang", [new Bullets([.. terms.Lines.Select(line => line.In(culture))])]),
                new Text(en
                    ? "Only people in this workspace see it. Nothing goes to other parties, and nothing is used to judge or train."
                    : "Alleen mensen in deze werkruimte zien het. Niets gaat naar andere partijen, en niets dient om te beoordelen of te trainen.", Tone.Subtle),
            ],
        };
    }
}
