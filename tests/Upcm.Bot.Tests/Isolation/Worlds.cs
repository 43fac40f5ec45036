using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Talk;
using Upcm.Bot.Conversation;
using Upcm.Bot.Files;
using Upcm.Bot.Importing;
using Upcm.Bot.People;
using Upcm.Bot.Pictures;
using Upcm.Bot.Rhythm;
using Upcm.Bot.Storage;
using Upcm.Bot.Tests.Conversation;
using Upcm.Bot.Tests.Importing;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Isolation;

/// <summary>
/// Two workspaces in one store, of which every text has a mark of its own: whatever is said in the one, no mark of the other may
/// come back. The same people are in both, so that nothing but the workspace tells them apart.
/// </summary>
internal sealed class Worlds : IAsyncDisposable
{
    /// <summary>The one that is asked about.</summary>
    public static readonly WorkspaceId South = Talker.Workspace;

    /// <summary>The one that asks.</summary>
    public static readonly WorkspaceId North = new("noord");

    private static readonly Dictionary<WorkspaceId, string> Marks = new() { [South] = "kanariezuid", [North] = "kanarienoord" };
    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(static n => (byte)n)];

    public Talker Bot { get; } = new(services => services.AddRhythm()
        .AddSingleton(static provider => new FileLinks(new Uri("https://bot.example"), Key, provider.GetRequiredService<TimeProvider>()))
        .AddSingleton(static provider => new Illustrations(new PictureLinks(new Uri("https://bot.example"), Key, provider.GetRequiredService<TimeProvider>(), TimeSpan.FromDays(30)))));

    public static string MarkOf(WorkspaceId workspace) => Marks[workspace];

    /// <param name="alone">There is no south.</param>
    public static async Task<Worlds> Make(bool alone = false)
    {
        var worlds = new Worlds();
        await worlds.Import(North);
        if (!alone)
        {
            await worlds.Import(South);
            await worlds.Live();
        }

        await worlds.Bot.Store.WriteAnew(Marked, CancellationToken.None);
        return worlds;
    }

    public ValueTask<Answer> Take(WorkspaceId workspace, string person, Event what, PlaceKind kind = PlaceKind.Personal)
    {
        Bot.Time.Advance(TimeSpan.FromMilliseconds(1)); // nobody says two things at one moment
        return Bot.Hear(what, person, kind: kind, tenant: workspace.Value);
    }

    /// <summary>Everything in the store, by workspace, collection and id.</summary>
    public async Task<SortedDictionary<string, string>> Dump(WorkspaceId workspace)
    {
        var rows = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await Bot.Store.WriteAnew(
            row =>
            {
                if (row.Workspace == workspace)
                {
                    rows[$"{row.Collection}/{row.Id}"] = Encoding.UTF8.GetString(row.Json) + string.Join('\n', row.Keys);
                }

                return row;
            },
            CancellationToken.None);
        return rows;
    }

    public ValueTask DisposeAsync() => Bot.DisposeAsync();

    /// <summary>Puts the workspace's mark behind every text that people could have typed.</summary>
    private static KeptRow Marked(KeptRow row)
    {
        if (!EveryKind.ByCollection.TryGetValue(row.Collection, out var kind) || !Marks.TryGetValue(row.Workspace, out var mark))
        {
            return row;
        }

        var root = JsonNode.Parse(row.Json)!;
        Mark(root, mark);
        var json = Encoding.UTF8.GetBytes(root.ToJsonString());
        return row with { Json = json, Keys = kind.Read(json).Keys };
    }

    private static void Mark(JsonNode? node, string mark)
    {
        switch (node)
        {
            case JsonObject held:
                foreach (var (key, value) in held.ToList())
                {
                    if (key is "Press" or "Data" or "Say" or "Refresh" or "Keys")
                    {
                        continue; // what a button asks is typed by nobody
                    }

                    if (value is JsonValue text && text.TryGetValue<string>(out var said) && (said.Contains(' ', StringComparison.Ordinal) || (key == "Name" && held.ContainsKey("Id"))))
                    {
                        held[key] = $"{said} {mark}";
                    }
                    else
                    {
                        Mark(value, mark);
                    }
                }

                break;
            case JsonArray items:
                for (var at = 0; at < items.Count; at++)
                {
                    if (items[at] is JsonValue text && text.TryGetValue<string>(out var said) && said.Contains(' ', StringComparison.Ordinal))
                    {
                        items[at] = $"{said} {mark}";
                    }
                    else
                    {
                        Mark(items[at], mark);
                    }
                }

                break;
        }
    }

    private async Task Import(WorkspaceId workspace)
    {
        await using var said = new StringWriter();
        var teller = new ImportTeller(said, said, Cultures.Dutch, Bot.Time, interactive: false);
        Assert.Equal(0, await new ImportRunner(Bot.Store, Talker.Method, Bot.Time, workspace, teller).Run(Desk.Sample, CancellationToken.None));
    }

    /// <summary>A year of work in the south, in short.</summary>
    private async Task Live()
    {
        var way = new Way(Bot);
        await way.Begin();
        const string Number = Way.Number;
        await way.Talk("beheer", "benoem jan tot secretaris van realisatie", "ja");
        await Bot.Say($"nieuwe impactsheet {Number}");
        await way.Submit("impact-sheet", "sanne", ("date", "2026-10-01"), ("groups", Talker.Method.ProductGroups[0].Sbi), ("co2", "3"), ("materials", "Co, Li"));
        await way.Confirm("impact-sheet", "sanne");
        await way.Talk("sanne", $"stakeholders inlezen {Number}\nGemeente; 4; 4; {Talker.Method.StakeholderKinds[0].Name.Nl}", "ja");
        await way.Talk("sanne", $"vingerafdruk starten {Number}", "jan", "ja", "ja");
        await Bot.Say($"vingerafdruk invullen {Number}", "sanne");
        await way.Submit("fingerprint-answer", "sanne", [.. Talker.Method.Forces.SelectMany(static force => force.Statements).Select(static one => (one.Id, "4"))]);
        await way.Confirm("fingerprint-answer", "sanne");
        await Bot.Say($"voortgang {Number}");
        await way.Submit("progress", "sanne", ("percent", "25"), ("reported", "2026-10-05"), ("done", "Buizen zijn besteld"));
        await way.Confirm("progress", "sanne");
        await way.Meet(Talker.Method.Gates[0].Id);
        await way.Request("12 oktober 2026");
        await way.Decide("piet", "door, met voorwaarden", "Vraag twee provincies mee te doen", "sanne", "1 november 2026");
        await way.Meet(Talker.Method.Gates[1].Id);
        await way.Request();
        foreach (var text in new[] { "Niemand gaat over de zaal", "De cijfers komen te laat" })
        {
            await way.Talk("sanne", "spanning", text, "ja");
        }

        await way.Talk("sanne", $"deel les {Number}", "Begin eerder met de provincies", "ja");
        await way.Talk("piet", "nieuwe partij realisatie", "Een bank in de regio", "ja");
        await way.Talk("beheer", $"bewaarplicht {Number}", "Een verzoek om informatie", "ja");
        await way.Talk("sanne", $"profiel vastleggen {Number}", "Kent de keten van batterijen", "twee dagen per week", "ja");
        await Bot.Say($"contract {Number}");
        await way.Submit("project-contract", "sanne", ("signed-on", "1 oktober 2026"), ("needed", "100.000"), ("granted", "80.000"));
        await way.Confirm("project-contract", "sanne");
        await way.Talk("sanne", $"contextscan starten {Number}", "Provincie in het oosten", "ik", "Fabriek aan de haven", "jan", "klaar", "ja");
        await way.Talk("beheer", "benoem fatima tot ondersteuningsteam", "ja");
        await way.Talk("fatima", "start roloverleg", "voorstel: iemand houdt de lijsten bij");
        await way.Talk("lotte", "start roloverleg realisatie");
        await Bot.Say("momentopname", "fatima");
        await way.Talk("sanne", "meld initiatief", "Half ingevuld geheim plan");
        await Bot.Say("dashboard");
        await Bot.Say("mijn gegevens");
    }
}
