using System.Globalization;
using System.Runtime.CompilerServices;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Documents;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Registering;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Exporting;

/// <summary>One row an initiative, read page by page, so that a portfolio of any size fits.</summary>
internal sealed class PortfolioRows(IStore store, WorkspaceId workspace, WorkingMethod method, CultureInfo culture, DateOnly today)
{
    private const int AtOnce = 500;

    private readonly bool en = culture.IsEnglish();
    private readonly Question? horizons = RegisterInitiativeForm.Question("horizons", method);
    private readonly Question? effects = RegisterInitiativeForm.Question("effects", method);
    private readonly Question? regions = RegisterInitiativeForm.Question("regions", method);

    public IReadOnlyList<Column> Columns =>
    [
        new(en ? "Number" : "Nummer", Width: 10), new(en ? "Title" : "Titel", Width: 40), new(en ? "Result" : "Resultaat", Width: 60),
        new("Team", Width: 18), new(en ? "Kind of project" : "Projecttype", Width: 22), new(en ? "Phase" : "Fase", Width: 20), new("Status", Width: 12),
        new(en ? "Light" : "Licht", Width: 12), new(en ? "Ready (%)" : "Klaar (%)", ColumnKind.Number, 10), new(en ? "Reported on" : "Stand van", ColumnKind.Day, 12),
        new(en ? "Delivery term" : "Oplevertermijn", ColumnKind.Day, 14), new(en ? "Project leader" : "Projectleider", Width: 20), new(en ? "Client" : "Opdrachtgever", Width: 20),
        new(en ? "Means (€)" : "Middelen (€)", ColumnKind.Euro, 14), new(en ? "Required (€)" : "Nodig (€)", ColumnKind.Euro, 14), new(en ? "Allocated (€)" : "Toegekend (€)", ColumnKind.Euro, 14),
        new(en ? "Spent (€)" : "Uitgegeven (€)", ColumnKind.Euro, 14), new(en ? "Balance (€)" : "Saldo (€)", ColumnKind.Euro, 14), new(en ? "Still needed (€)" : "Nog nodig (€)", ColumnKind.Euro, 14),
        new($"{method.Claims.Effect.In(culture)} ({method.Claims.Unit.In(culture)})", ColumnKind.Number, 12), new(en ? "Value added (€ million)" : "Toegevoegde waarde (€ mln)", ColumnKind.Number, 14),
        new(en ? "Version of the impact sheet" : "Versie van de impactsheet", ColumnKind.Number, 12),
        new(en ? "Horizons" : "Beslishorizonnen", Width: 18), new(en ? "Product cluster" : "Productcluster", Width: 24), new(en ? "Product groups" : "Productgroepen", Width: 18),
        new(en ? "Strategies" : "Strategieën", Width: 14), new(en ? "Effects" : "Effecten", Width: 28), new(en ? "Regions" : "Regio's", Width: 24),
        new(en ? "Registered on" : "Aangemeld op", ColumnKind.Day, 14), new(en ? "Registered by" : "Aangemeld door", Width: 20),
    ];

    public async IAsyncEnumerable<IReadOnlyList<object?>> Of(IReadOnlyList<Team> teams, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var team in teams)
        {
            string? after = null;
            while (await store.Find(Kinds.Initiatives, workspace, $"team={team.Id}|", AtOnce, after, descending: false, cancel) is { Count: > 0 } found)
            {
                foreach (var hit in found)
                {
                    yield return await Row(hit.Document, team, cancel);
                }

                after = found[^1].Bookmark;
            }
        }
    }

    private async ValueTask<IReadOnlyList<object?>> Row(Initiative it, Team team, CancellationToken cancel)
    {
        var key = $"initiative={it.Number}|";
        var report = (await store.Find(Kinds.Reports, workspace, key, 1, null, descending: true, cancel)) is [var newest, ..] ? newest.Document : null;
        var sheet = (await store.Find(Kinds.ImpactSheets, workspace, key, 1, null, descending: true, cancel)) is [var latest, ..] ? latest.Document : null;
        var money = report?.Finance;
        return
        [
            it.Number.ToString(), it.Title, it.Result,
            team.Name.In(culture), team.ProjectType?.Name.In(culture), method.Phase(it.Phase)?.Name.In(culture) ?? it.Phase, Status(it.Status),
            report is null ? null : LightWords.Name(Lights.Of(report, method.Norms, today).Overall).In(culture), report?.PercentReady, report?.ReportedAt,
            it.Term, it.Leader?.Name, it.Client,
            it.MeansAmount, money?.TotalRequired, money?.Allocated, money?.Spent, money?.Balance, money?.Need,
            sheet?.Co2, sheet?.ValueAdded, sheet?.Version,
            Echo(horizons, it.Horizons), it.Cluster is null ? null : method.Clusters.FirstOrDefault(one => one.Id == it.Cluster)?.Name.In(culture) ?? it.Cluster, Joined(it.ProductGroups),
            Joined(it.Strategies), Echo(effects, it.Effects), Echo(regions, it.Regions),
            DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(it.RegisteredAt, Clock.Amsterdam).DateTime), it.RegisteredBy.Name,
        ];
    }

    private string Status(InitiativeStatus status) => status switch
    {
        InitiativeStatus.OnHold => en ? "on hold" : "in de wacht",
        InitiativeStatus.Stopped => en ? "stopped" : "gestopt",
        InitiativeStatus.Closed => en ? "closed" : "afgesloten",
        _ => en ? "running" : "loopt",
    };

    /// <summary>As the question that it was asked with shows it.</summary>
    private string? Echo(Question? question, IReadOnlyCollection<string> ids) =>
        ids.Count == 0 ? null : question?.Echo(string.Join(',', ids), culture) ?? Joined(ids);

    private static string? Joined(IReadOnlyCollection<string> parts) => parts.Count == 0 ? null : string.Join(", ", parts);
}
