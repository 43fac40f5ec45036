using System.Collections.Immutable;

using Upcm.Domain;

namespace Upcm.Bot.Programme;

/// <summary>How role meetings go. A programme without this part has the mechanisms of the code without words, so it has to be whole.</summary>
internal static class ReadMeetings
{
    private const int MostMinutes = 240;

    public static MeetingRules Rules(Section root)
    {
        var usual = MeetingRules.Usual;
        if (root.Inner("meetings", required: true) is not { } meetings)
        {
            return usual;
        }

        var read = new MeetingRules
        {
            SilenceIsConsent = meetings.YesOr("silence-is-consent", usual.SilenceIsConsent),
            ProposalDays = meetings.WholeNumberWithin("proposal-days", usual.ProposalDays, 1, 60),
            Tables = Whole(meetings, "tables", Tables.All, meetings.Each("tables", Kind.Table, (id, table) =>
                new TensionTable(id, table.Words("name"), table.Words("explanation"), table.TextsIfAny("words"))), table => table.Id),
            Rounds = Whole(meetings, "rounds", MeetingRounds.All, meetings.Each("rounds", Kind.Round, (id, round) =>
                new MeetingRound(id, round.Words("name"), round.Words("lead"), round.WholeNumberWithin("minutes", 5, 1, MostMinutes))), round => round.Id),
            Tests = Whole(meetings, "objection-tests", ObjectionTests.All, meetings.EachText("objection-tests", Kind.Test, (id, text) =>
                new Item(id, text)), test => test.Id),
        };
        meetings.Done();
        return read;
    }

    /// <summary>The code knows these and no others, and cannot do without one.</summary>
    private static ImmutableArray<T> Whole<T>(Section section, string key, ImmutableArray<string> known, ImmutableArray<T> read, Func<T, string> id)
    {
        var ids = read.Select(id).ToList();
        foreach (var wrong in ids.Except(known).Select(one => $"'{one}' means nothing here; known are: {string.Join(", ", known)}.")
            .Concat(known.Except(ids).Select(one => $"'{one}' is missing.")))
        {
            section.Report(section.PlaceOf(key), key, wrong);
        }

        return read;
    }
}
