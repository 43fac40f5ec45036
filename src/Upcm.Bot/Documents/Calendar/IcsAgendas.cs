using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Upcm.Bot.Cards.Documents;

namespace Upcm.Bot.Documents.Calendar;

/// <summary>An agenda as iCalendar (RFC 5545), with the time zone that its times are in.</summary>
public static class IcsAgendas
{
    private const string Zone = "Europe/Amsterdam";

    public static void Write(Agenda agenda, Stream to)
    {
        ArgumentNullException.ThrowIfNull(agenda);
        var calendar = new Ical.Net.Calendar { ProductId = "-//UPCM//UPCM bot//NL", Method = CalendarMethods.Publish };
        calendar.AddProperty("X-WR-CALNAME", agenda.Title);
        if (agenda.Items.Any(item => item.At is not null))
        {
            calendar.AddTimeZone(VTimeZone.FromDateTimeZone(Zone, agenda.Items.Min(item => item.Day).AddYears(-1).ToDateTime(TimeOnly.MinValue), includeHistoricalData: false));
        }

        calendar.Events.AddRange(agenda.Items.Select(Event));
        using var text = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        text.Write(new CalendarSerializer().SerializeToString(calendar));
    }

    private static CalendarEvent Event(AgendaItem item)
    {
        var made = new CalendarEvent
        {
            Uid = item.Uid,
            Summary = item.Title,
            Description = item.Description,
            Sequence = item.Sequence,
            DtStamp = new CalDateTime(item.Changed.UtcDateTime, "UTC"),
            LastModified = new CalDateTime(item.Changed.UtcDateTime, "UTC"),
            Status = item.Cancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
        };
        if (item.At is { } at)
        {
            made.Start = new CalDateTime(item.Day.ToDateTime(at), Zone);
            made.End = new CalDateTime(item.Day.ToDateTime(at) + item.Lasts, Zone);
        }
        else
        {
            made.Start = new CalDateTime(item.Day);
            made.End = new CalDateTime(item.Day.AddDays(1));
            made.Transparency = TransparencyType.Transparent;
        }

        return made;
    }
}
