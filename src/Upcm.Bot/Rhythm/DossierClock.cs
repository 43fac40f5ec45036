using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.Flows.PassingGates;
using Upcm.Bot.Notifications;
using Upcm.Bot.People;
using Upcm.Bot.Pictures;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Rhythm;

/// <summary>
/// Sends the dossier of a gate to the steering members and to who decides, ahead of the meeting that decides on it: once per
/// meeting, and late rather than never. A review says for itself for which meetings its dossier went out.
/// </summary>
public sealed class DossierClock(IStore store, WorkingMethod method, Timetable timetable, Illustrations illustrations, TimeProvider time, ILogger<DossierClock> log)
{
    private const int AtOnce = 200;
    private const string Prefix = "dossier=";

    public async Task Ring(CancellationToken cancel)
    {
        foreach (var workspace in await store.Workspaces(cancel))
        {
            try
            {
                await Send(workspace, cancel);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "The dossiers of workspace {Workspace} stumbled; they are tried again at the next ring", workspace);
            }
        }
    }

    private async ValueTask Send(WorkspaceId workspace, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        foreach (var found in await store.Find(Kinds.GateReviews, workspace, Prefix, AtOnce, null, descending: false, cancel))
        {
            var meeting = DateOnly.ParseExact(found.Key.AsSpan(Prefix.Length, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture);
            if (LocalTime.At(meeting.AddDays(-timetable.DossierDays), timetable.RemindersAt, Clock.Amsterdam) > now)
            {
                return; // sorted by the day of the meeting
            }

            await Send(new Reader(store, workspace, cancel), workspace, found, meeting, now, cancel);
        }
    }

    private async ValueTask Send(Reader reader, WorkspaceId workspace, Found<GateReview> found, DateOnly meeting, DateTimeOffset now, CancellationToken cancel)
    {
        if (await GateView.Of(reader, method, now, found.Document.Number) is not { } view || view.Review.DossierWanted != meeting)
        {
            return;
        }

        var changes = new Changes(workspace);
        var review = view.Review with { DossierFor = view.Review.DossierFor.Add(meeting) };
        changes.Put(Kinds.GateReviews, review, view.Version);
        var dossier = await GateDossier.Of(reader, method, now, view);
        var people = (await OfficeHolders.Reachable(reader, view.Initiative.Team, Offices.SteeringMember))
            .Concat(await OfficeHolders.Reachable(reader, view.Initiative.Team, view.Decides)).DistinctBy(person => person.Id).ToList();
        foreach (var person in people)
        {
            var occasion = GateNews.DossierOccasion(review, meeting);
            changes.Insert(Kinds.Posts, new Post
            {
                Id = $"{occasion}/{person.Id}",
                Occasion = occasion,
                Kind = GateNews.DossierKind,
                Channel = person.Channel,
                Person = person.Id,
                Through = person.PersonalAddress ?? await AnyAddress(reader, view.Initiative.Team, person),
                Card = new DossierCard(dossier, view, method, Cultures.Of(person.Language), illustrations).For(await GateNews.StandingOf(reader, view, person.Id)),
                Language = person.Language,
                Created = now,
                Due = now,
            });
        }

        changes.InsertDrawn(Kinds.Journal, Sent(view.Initiative, meeting, people, now));
        try
        {
            await store.Commit(changes, cancel);
            log.LogInformation("The dossier of {Number} for {Meeting} went to {People} people", view.Initiative.Number, meeting, people.Count);
        }
        catch (VersionConflictException)
        {
            // Somebody changed the review this very moment, or another clock rang: at the next ring it is looked at anew.
        }
    }

    /// <summary>In the history of the initiative: for which meeting, and to whom.</summary>
    private static JournalLine Sent(Initiative initiative, DateOnly meeting, List<Person> people, DateTimeOffset now)
    {
        var names = people.Count == 0 ? new Phrase("niemand die ik kan bereiken", "nobody whom I can reach") : Phrase.Same(string.Join(", ", people.Select(person => person.Name)));
        return new JournalLine
        {
            Id = Kinds.Drawn(now),
            At = now,
            By = Itself.Somebody,
            What = History.GateDossierSent,
            Number = initiative.Number,
            Team = initiative.Team,
            Words = new Phrase(
                $"overleg van {meeting.ToString("ddd d MMM yyyy", Cultures.Dutch)}, naar {names.Nl}",
                $"meeting of {meeting.ToString("ddd d MMM yyyy", Cultures.English)}, to {names.En}"),
        };
    }

    /// <summary>An address by which a personal conversation can be opened with somebody the bot never talked with.</summary>
    private static async ValueTask<string?> AnyAddress(Reader reader, string team, Person person) =>
        (await reader.Find(Kinds.Channels, $"team={team}|", 20)).Select(bound => bound.Document).FirstOrDefault(bound => bound.Channel == person.Channel)?.Address;
}
