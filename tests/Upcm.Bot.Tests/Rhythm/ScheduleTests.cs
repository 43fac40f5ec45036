using Microsoft.Extensions.Configuration;
using Upcm.Bot.Rhythm;
using Upcm.Bot.Verbs;

namespace Upcm.Bot.Tests.Rhythm;

public sealed class ScheduleTests
{
    [Fact]
    public void The_preview_tells_local_time_utc_what_and_to_whom()
    {
        Assert.Equal(
            """
            Mon 2027-03-22 08:00 +01:00  2027-03-22 07:00Z  digest/2027-W12     weekly digest, to each linking pin in person
            Mon 2027-03-29 08:00 +02:00  2027-03-29 06:00Z  digest/2027-W13     weekly digest, to each linking pin in person
            Mon 2027-03-29 10:00 +02:00  2027-03-29 08:00Z  summary/2027-03-30  summary for the role meeting of Tue 2027-03-30 10:00, to every channel bound to a team

            """,
            Preview(Settings(), new DateOnly(2027, 3, 22), new DateOnly(2027, 4, 4)).Output);
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

    private static (int Code, string Output, string Errors) Preview(RhythmOptions options, DateOnly from, DateOnly to)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var code = ScheduleVerb.Preview(options, from, to, output, errors);
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
