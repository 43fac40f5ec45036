using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Domain;

namespace Upcm.Bot.Flows.RaisingTensions;

/// <summary>One tension with what can be done about it, or many in a list with their age.</summary>
public static class TensionCard
{
    /// <summary>More text than this is read a page at a time: a card holds no more.</summary>
    private const int Page = 2500;

    public static string SubjectOf(TensionId id) => $"tension/{id}";

    /// <param name="mayHandle">True where the reader raised it or keeps the table it lies on.</param>
    public static Card Of(Tension tension, WorkingMethod method, CultureInfo culture, DateTimeOffset now, bool mayHandle, string? role, int page = 0)
    {
        ArgumentNullException.ThrowIfNull(tension);
        var en = culture.IsEnglish();
        var pages = Math.Max(1, ((tension.Explanation?.Length ?? 0) + Page - 1) / Page);
        page = Math.Clamp(page, 0, pages - 1);
        List<Element> body =
        [
            new Text(tension.Text, Tone.Strong),
            new Facts(
            [
                new Fact(en ? "Raised by" : "Ingebracht door", role is null ? tension.By.Name : $"{tension.By.Name} ({role})"),
                new Fact(en ? "Lies at" : "Ligt bij", TensionWords.Place(tension.Table, tension.Team, method).In(culture)),
                .. tension.CrossesTeams ? [new Fact(en ? "Comes from" : "Komt van", method.Team(tension.FromTeam!)?.Name.In(culture) ?? tension.FromTeam!)] : Array.Empty<Fact>(),
                .. tension.Initiative is { } number ? [new Fact(en ? "About" : "Over", number.ToString())] : Array.Empty<Fact>(),
                .. tension.CarriedOver > 0 ? [new Fact(en ? "Carried over" : "Doorgeschoven", en ? $"{tension.CarriedOver} times" : $"{tension.CarriedOver} keer")] : Array.Empty<Fact>(),
            ]),
        ];
        if (tension.Proposal is { } proposal)
        {
            body.Add(new Section(en ? "Proposal" : "Voorstel", [new Text(proposal)]));
        }

        if (tension.Explanation is { } explanation)
        {
            var text = explanation.Substring(page * Page, Math.Min(Page, explanation.Length - (page * Page)));
            var heading = pages == 1 ? en ? "Explanation" : "Toelichting" : en ? $"Explanation, part {page + 1} of {pages}" : $"Toelichting, deel {page + 1} van {pages}";
            body.Add(new Section(heading, [new Text(text)], Folded: page == 0));
        }

        var id = tension.Id.ToString();
        return new Card(en ? $"Tension {id}" : $"Spanning {id}")
        {
            Status = tension.State == TensionState.Open ? $"{TensionWords.State(tension).In(culture)} · {TensionWords.Age(tension, now, culture)}" : TensionWords.State(tension).In(culture),
            Body = body,
            Buttons =
            [
                .. tension.State == TensionState.Open && mayHandle
                    ?
                    [
                        Sayings.Button(en ? "Change" : "Wijzig", en ? $"edit tension {id}" : $"bewerk spanning {id}"),
                        Sayings.Button(en ? "Another table" : "Andere tafel", en ? $"move tension {id}" : $"verplaats spanning {id}"),
                        Sayings.Button(en ? "Withdraw" : "Trek in", en ? $"withdraw tension {id}" : $"trek spanning in {id}"),
                    ]
                    : Array.Empty<Button>(),
                .. page + 1 < pages ? [Sayings.Button(en ? "Read on" : "Lees verder", $"{(en ? "tension" : "spanning")} {id} {page + 2}")] : Array.Empty<Button>(),
                Sayings.Button(en ? "All tensions of this team" : "Alle spanningen van dit team", $"{(en ? "tensions" : "spanningen")} {tension.Team}"),
            ],
        };
    }

    /// <summary>A line in a list: what, from whom, how old.</summary>
    public static Row Row(Tension tension, WorkingMethod method, CultureInfo culture, DateTimeOffset now, bool withPlace)
    {
        ArgumentNullException.ThrowIfNull(tension);
        var en = culture.IsEnglish();
        string[] detail =
        [
            tension.By.Name,
            tension.State == TensionState.Open ? TensionWords.Age(tension, now, culture) : TensionWords.State(tension).In(culture),
            (withPlace ? TensionWords.Place(tension.Table, tension.Team, method) : TensionWords.Table(tension.Table, method)).In(culture),
        ];
        return new Row(
            $"{tension.Id}. {Shorter.Than(120, tension.Text)}",
            string.Join(" · ", detail),
            Sayings.Button(en ? "Show" : "Toon", $"{(en ? "tension" : "spanning")} {tension.Id}"));
    }
}
