using Microsoft.Extensions.Configuration;
using Upcm.Bot.Rhythm;
using Upcm.Bot.Verbs;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Rhythm;

public sealed class ScheduleTests
{
    [Fact]
    public void The_preview_tells_local_time_utc_what_and_to_whom()
    {
        Assert.Equal(
            """
            Mon 2027-03-22 08:00 +01:00  2027-03-22 07:00Z  digest/2027-W12       weekly digest, to each team's own in person
            Thu 2027-03-25 10:00 +01:00  2027-03-25 09:00Z  summary/2027-03-30    summary for the role meeting of Tue 2027-03-30 10:00, to every channel bound to a team
            Tue 2027-03-30 08:00 +02:00  2027-03-30 06:00Z  digest/2027-W13       weekly digest, to each team's own in person (moved from Mon 2027-03-29: tweede-paasdag)

            """,
            Without(Preview(Settings(), new DateOnly(2027, 3, 22), new DateOnly(2027, 3, 31)).Output, "reminders/"));
    }

    [Fact]
    public void The_preview_tells_reminders_the_dashboard_and_what_people_changed()
    {
        var lotte = new Somebody(new PersonId("lotte"), "Lotte");
        var at = new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);
        var rhythm = new MeetingRhythm
        {
            Team = "ot",
            Changes = [new(new DateOnly(2026, 11, 24), new DateOnly(2026, 11, 26), new TimeOnly(14, 0), Extra: false, lotte, at), new(new DateOnly(2026, 12, 2), new DateOnly(2026, 12, 2), new TimeOnly(9, 0), Extra: true, lotte, at)],
        };
        var (code, output, _) = Preview(Settings(), new DateOnly(2026, 11, 24), new DateOnly(2026, 12, 4), [rhythm, new MeetingRhythm { Team = "nsp", Weekday = DayOfWeek.Friday, Time = new TimeOnly(9, 0), Weeks = "every" }]);
        Assert.Equal(0, code);
        Assert.Contains("Wed 2026-11-25 14:00 +01:00  2026-11-25 13:00Z  summary/2026-11-24    summary for the role meeting of Thu 2026-11-26 14:00, to every channel bound to a team (moved from Tue 2026-11-24: by Lotte)", output, StringComparison.Ordinal);
        Assert.Contains("summary/2026-12-02    summary for the role meeting of Wed 2026-12-02 09:00, to every channel bound to a team (extra)", output, StringComparison.Ordinal);
        Assert.Contains("summary/nsp/2026-11-27  summary for the role meeting of Fri 2026-11-27 09:00, to that team's channels", output, StringComparison.Ordinal);
        Assert.Contains("Tue 2026-12-01 09:00 +01:00  2026-12-01 08:00Z  snapshot/2026-12      dashboard", output, StringComparison.Ordinal);
        Assert.Equal(9, output.Split("reminders/").Length - 1);
    }

    [Fact]
    public void The_rhythm_is_set_by_settings()
    {
        var settings = Settings(
            ("Digest:Weekday", "Vrijdag"), ("Digest:Time", "16:30"), ("RoleMeeting:Weeks", "odd"), ("RoleMeeting:Weekday", "thursday"),
            ("RoleMeeting:SummaryHoursBefore", "48"));
        Assert.Empty(settings.Problems());
        var output = Preview(settings, new DateOnly(2026, 11, 23), new DateOnly(2026, 12, 6)).Output;
        Assert.Contains("Fri 2026-11-27 16:30", output, StringComparison.Ordinal);
        Assert.Contains("Tue 2026-12-01 10:00 +01:00  2026-12-01 09:00Z  summary/2026-12-03", output, StringComparison.Ordinal);
        Assert.DoesNotContain("summary/2026-11-26", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Digest:Weekday", "blursday", "Rhythm:Digest:Weekday is \"blursday\"; it must be a weekday such as monday.")]
    [InlineData("Digest:Time", "8 uur", "Rhythm:Digest:Time is \"8 uur\"; it must be a time such as 08:00.")]
    [InlineData("Digest:Time", "24:00", "Rhythm:Digest:Time is \"24:00\"; it must be a time such as 08:00.")]
    [InlineData("RoleMeeting:Weeks", "third", "Rhythm:RoleMeeting:Weeks is \"third\"; it must be odd or even, or empty.")]
    [InlineData("RoleMeeting:From", "2026-02-31", "Rhythm:RoleMeeting:From is \"2026-02-31\"; it must be a day such as 2026-01-06, or empty.")]
    [InlineData("RoleMeeting:From", "2026-01-07", "Rhythm:RoleMeeting:From is \"2026-01-07\", a Wednesday, but Rhythm:RoleMeeting:Weekday is \"tuesday\".")]
    [InlineData("RoleMeeting:From", "", "Set one of Rhythm:RoleMeeting:Weeks (odd or even) and Rhythm:RoleMeeting:From (the day of a meeting), not both.")]
    [InlineData("Snapshot:Day", "32", "Rhythm:Snapshot:Day is \"32\"; it must be a day of the month from 1 to 31; in a shorter month its last day is meant.")]
    [InlineData("DaysOff:Digest", "2", "Rhythm:DaysOff:Digest is \"2\"; it must be moved, skipped or kept.")]
    [InlineData("DaysOff:Own", "2026-12-24/2026-12-01", "Rhythm:DaysOff:Own is \"2026-12-24/2026-12-01\"; it must be days such as 2026-12-24, or from and to such as 2026-12-24/2027-01-03, with commas between them.")]
    [InlineData("RoleMeeting:SummaryHoursBefore", "-1", "Rhythm:RoleMeeting:SummaryHoursBefore is \"-1\"; it must be a whole number of hours from 0 to 312.")]
    public void A_wrong_setting_is_refused_by_name(string name, string value, string problem) =>
        Assert.Contains(problem, Settings((name, value)).Problems());

    [Fact]
    public void A_setting_that_does_not_exist_is_refused_by_name() =>
        Assert.StartsWith("Rhythm:Digset:Time is not a setting.", Assert.Single(Settings(("Digset:Time", "08:00")).Problems()), StringComparison.Ordinal);

    [Fact]
    public void Odd_weeks_and_an_anchor_together_are_refused() =>
        Assert.Single(Settings(("RoleMeeting:Weeks", "odd"), ("RoleMeeting:From", "2026-01-06")).Problems());

    [Fact]
    public void Days_in_the_wrong_order_and_wrong_settings_are_all_told()
    {
        var (code, output, errors) = Preview(Settings(("Digest:Time", "x")), new DateOnly(2026, 11, 24), new DateOnly(2026, 11, 23));
        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Contains("Rhythm:Digest:Time", errors, StringComparison.Ordinal);
        Assert.Contains("--to 2026-11-23 lies before --from 2026-11-24.", errors, StringComparison.Ordinal);
    }

    private static string Without(string output, string id) => string.Concat(output.Split('\n').Where(line => !line.Contains(id, StringComparison.Ordinal)).Select(line => line.Length > 0 ? line + "\n" : ""));

    private static (int Code, string Output, string Errors) Preview(RhythmOptions options, DateOnly from, DateOnly to, IReadOnlyList<MeetingRhythm>? rhythms = null)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var code = ScheduleVerb.Preview(options, from, to, rhythms ?? [], "ot", output, errors);
        return (code, output.ToString(), errors.ToString());
    }

    private static RhythmOptions Settings(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationManager();
        foreach (var (name, value) in settings)
        {
            configuration[$"Rhythm:{name}"] = value;
        }

        return RhythmOptions.From(configuration);
    }
}
