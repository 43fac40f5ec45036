using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Upcm.Bot.Telemetry;

/// <summary>
/// What the bot measures of itself. Where nobody listens, a measure costs a look whether somebody does. Tags are names from the
/// code (a kind of message, a form, an outcome) and never who, where or what was said; a test holds the list.
/// </summary>
internal static class Measures
{
    public const string Name = "Upcm.Bot";

    private static readonly Meter Meter = new(Name);
    private static readonly ActivitySource Source = new(Name);

    private static readonly Histogram<double> Turns =
        Meter.CreateHistogram<double>("upcm.turn.duration", "s", "From a message or press to what comes of it, recorded; without telling it.");

    private static readonly Counter<long> Conflicts =
        Meter.CreateCounter<long>("upcm.turn.conflicts", "{conflict}", "Turns decided again, because somebody else wrote the same first.");

    private static readonly Counter<long> Forms =
        Meter.CreateCounter<long>("upcm.form.steps", "{step}", "Forms begun, resumed, finished and left, by form.");

    private static readonly Histogram<double> Delays =
        Meter.CreateHistogram<double>("upcm.outbox.delay", "s", "How long after its time a message leaves: for keeping to the rates of Teams, or for being down.");

    private static readonly Counter<long> Sends =
        Meter.CreateCounter<long>("upcm.outbox.sends", "{message}", "Attempts to send, by kind of message and by what became of it.");

    private static readonly Counter<long> Dead =
        Meter.CreateCounter<long>("upcm.outbox.dead", "{message}", "Messages given up, by kind.");

    private static readonly Histogram<double> Waits =
        Meter.CreateHistogram<double>("upcm.ratelimit.wait", "s", "How long Teams asked to wait in a conversation.");

    /// <summary>The beginning of a turn, or of sending; null where nobody listens.</summary>
    /// <remarks>A trace of its own: the request around it is not exported, as its address may be one that opens a file.</remarks>
    public static Activity? Begin(string what, string tag, string value)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        Activity.Current = null;
        return Source.StartActivity(what)?.SetTag(tag, value);
    }

    public static void Turn(TimeSpan took, string arrival, string channel, string outcome) =>
        Turns.Record(took.TotalSeconds, new("arrival", arrival), new("channel", channel), new("outcome", outcome));

    public static void Conflict() => Conflicts.Add(1);

    public static void Form(FormStep step) => Forms.Add(1, new("form", step.Form), new("step", step.Step));

    public static void Leaves(string kind, TimeSpan after) => Delays.Record(Math.Max(0, after.TotalSeconds), new KeyValuePair<string, object?>("kind", kind));

    public static void Sent(string kind, string outcome) => Sends.Add(1, new("kind", kind), new("outcome", outcome));

    public static void GivenUp(string kind) => Dead.Add(1, new KeyValuePair<string, object?>("kind", kind));

    public static void AskedToWait(string channel, TimeSpan wait) => Waits.Record(wait.TotalSeconds, new KeyValuePair<string, object?>("channel", channel));

    /// <summary>How many messages are due and how long the oldest has been, from whoever looks now and then.</summary>
    public static void Outbox(Func<long> depth, Func<double> age)
    {
        Meter.CreateObservableGauge("upcm.outbox.depth", depth, "{message}", "Messages that may go and have not gone; at most 1000 are counted in a workspace.");
        Meter.CreateObservableGauge("upcm.outbox.age", age, "s", "How long the oldest of them has been waiting.");
    }
}

/// <summary>Something that happened to a form.</summary>
/// <param name="Form">The persisted name of the flow.</param>
/// <param name="Step">begun, resumed, finished or left.</param>
public sealed record FormStep(string Form, string Step);
