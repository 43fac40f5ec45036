using System.Text;
using Ical.Net;
using Upcm.Bot.Cards.Documents;
using Upcm.Bot.Documents.Calendar;

namespace Upcm.Bot.Tests.Documents;

public sealed class AgendaTests
{
    private static readonly DateTimeOffset Changed = new(2026, 10, 5, 9, 0, 0, TimeSpan.Zero);

    private static readonly Agenda Sample = new("UPCM", "nl",
    [
        new AgendaItem("summary-2026-W43@upcm", "Roloverleg", new DateOnly(2026, 10, 20), new TimeOnly(10, 0)) { Changed = Changed },
        new AgendaItem("summary-2026-W45@upcm", "Roloverleg", new DateOnly(2026, 11, 3), new TimeOnly(10, 0)) { Changed = Changed },
        new AgendaItem("20-004-oplevering@upcm", "Mijlpaal; \"met\", komma's\nen regels", new DateOnly(2026, 12, 31)) { Changed = Changed, Sequence = 3, Cancelled = true },
    ]);

    [Fact]
    public void A_calendar_reads_it_back_with_its_times_on_the_clock_of_Amsterdam()
    {
        var read = Ical.Net.Calendar.Load(Written())!;
        var meetings = read.Events.Where(one => one.Summary == "Roloverleg").OrderBy(one => one.Start!.Value).ToList();
        // Ten in the morning before and after the clock goes back.
        Assert.Equal([new DateTime(2026, 10, 20, 8, 0, 0), new DateTime(2026, 11, 3, 9, 0, 0)], meetings.Select(one => one.Start!.AsUtc));
        Assert.Equal("Europe/Amsterdam", meetings[0].Start!.TzId);
        Assert.Single(read.TimeZones);
        var milestone = read.Events.Single(one => one.Uid == "20-004-oplevering@upcm");
        Assert.False(milestone.Start!.HasTime);
        Assert.Equal((3, EventStatus.Cancelled, "Mijlpaal; \"met\", komma's\nen regels"), (milestone.Sequence, milestone.Status, milestone.Summary));
    }

    [Fact]
    public void It_is_as_the_standard_writes_it()
    {
        var text = Written();
        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.All((string[])["BEGIN:VCALENDAR", "VERSION:2.0", "METHOD:PUBLISH", "BEGIN:VTIMEZONE", "BEGIN:DAYLIGHT", "BEGIN:STANDARD", "SEQUENCE:3", "UID:20-004-oplevering@upcm"], part => Assert.Contains(part, text, StringComparison.Ordinal));
    }

    private static string Written()
    {
        using var to = new MemoryStream();
        IcsAgendas.Write(Sample, to);
        return Encoding.UTF8.GetString(to.ToArray());
    }
}
