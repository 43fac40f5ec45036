using System.Globalization;
using System.Security.Cryptography;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Notifications;
using Upcm.Bot.Storage;

namespace Upcm.Bot.Channels.Teams;

/// <summary>
/// Takes one activity through the conversation and says what comes of it, in order: what came after it in the same place is not
/// taken before all of that is said.
/// </summary>
internal sealed class TeamsTurn(
    IConversation conversation, Connector connector, Mentioned mentioned, UnsaidAnswers unsaid, TimeProvider time, ILogger<TeamsTurn> log)
{
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(1);
    private readonly Lanes lanes = new();

    /// <summary>A message, or something that happened: everything is sent before this returns.</summary>
    public async Task Take(Activity activity, Arrival arrival) => await lanes.In(LaneOf(arrival), async () =>
    {
        await TakeOne(activity, arrival);
        return true;
    });

    /// <summary>A pressed button of which the answer goes back as the answer to the request.</summary>
    public async Task<ReadOnlyMemory<byte>> Invoke(Activity activity, Arrival arrival) => await lanes.In(LaneOf(arrival), () => InvokeOne(activity, arrival));

    private static string LaneOf(Arrival arrival) => $"{arrival.Workspace}/{arrival.Place.Id}";

    private async ValueTask TakeOne(Activity activity, Arrival arrival)
    {
        var to = ActivityReader.Address(activity);
        try
        {
            var answer = await Answer(arrival, to, typing: arrival.What is Said or Pressed);
            await Send(to, answer.Utterances, answer.Language, arrival);
        }
#pragma warning disable CA1031 // The last one to catch: whatever went wrong, the person hears of it.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            await Send(to, [new Say(Apology(problem, Incident(problem, arrival)))], "nl", arrival);
        }
    }

    private async ValueTask<ReadOnlyMemory<byte>> InvokeOne(Activity activity, Arrival arrival)
    {
        var to = ActivityReader.Address(activity);
        try
        {
            var answer = await Answer(arrival, to, typing: false);
            var own = Own(answer.Utterances);
            await Send(to, [.. answer.Utterances.Where(utterance => !ReferenceEquals(utterance, own))], answer.Language, arrival);
            var culture = Cultures.Of(answer.Language);
            return own switch
            {
                Replace replace => InvokeAnswer.Card(replace.Card, culture),
                Show show => InvokeAnswer.Card(show.Card, culture),
                Say say => InvokeAnswer.Message(say.Text),
                _ => InvokeAnswer.Message(""),
            };
        }
#pragma warning disable CA1031 // As above.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            return InvokeAnswer.Error(Apology(problem, Incident(problem, arrival)));
        }
    }

    /// <summary>What takes the place of the card: what asks to, else the last card, else the last words.</summary>
    private static Utterance? Own(IReadOnlyList<Utterance> said) =>
        said.LastOrDefault(one => one is Replace) ?? said.LastOrDefault(one => one is Show) ?? (said is [.., var last] ? last : null);

    private static string Apology(Exception problem, string incident) => problem is StoreUnwritableException
        ? $"Ik kan nu niets vastleggen. Wat je net zei of invulde is niet bewaard: stuur het straks nog eens. Blijft dit zo, meld dan nummer {incident}.\n\n"
            + $"I cannot record anything right now. What you just said or filled in was not kept: please send it again later. If this goes on, report number {incident}."
        : $"Er ging iets mis, dat spijt ons. Probeer het straks nog eens. Blijft het misgaan, meld dan nummer {incident}.\n\n"
        + $"Something went wrong, sorry. Please try again later. If it keeps failing, report number {incident}.";

    private async ValueTask<Answer> Answer(Arrival arrival, TeamsAddress to, bool typing)
    {
        // Not tied to the request: Teams hangs up after 15 seconds and posts again, and half a turn helps nobody.
        var taking = Answer(arrival, to);
        if (!typing || taking.IsCompleted)
        {
            return await taking;
        }

        var turn = taking.AsTask();
        using var stop = new CancellationTokenSource();
        if (await Task.WhenAny(turn, Task.Delay(Quick, time, stop.Token)) != turn)
        {
            await connector.Post(to, ConnectorMessage.Typing(to), CancellationToken.None);
        }

        await stop.CancelAsync();
        return await turn;
    }

    private async ValueTask<Answer> Answer(Arrival arrival, TeamsAddress to) =>
        await conversation.Take(await mentioned.Identify(arrival, to, CancellationToken.None), CancellationToken.None);

    /// <summary>In order: what comes after something that has to wait waits too, and nothing is said while the platform wants silence.</summary>
    private async ValueTask Send(TeamsAddress to, IReadOnlyList<Utterance> said, string language, Arrival arrival)
    {
        var (waiting, kept) = (said.Count > 0 ? unsaid.Silence(arrival, to.ToJson()) : null, 0);
        foreach (var utterance in said)
        {
            var delivery = waiting ?? await Send(to, utterance, Cultures.Of(language), arrival);
            if (delivery is Sent)
            {
                continue;
            }

            await unsaid.Keep(arrival, to.ToJson(), utterance, language, CardIn(arrival), delivery, kept++);
            waiting = delivery as NotYet ?? waiting;
        }
    }

    private async ValueTask<Delivery> Send(TeamsAddress to, Utterance utterance, CultureInfo culture, Arrival arrival) => utterance switch
    {
        Say say => await connector.Post(to, ConnectorMessage.Text(to, say.Text), CancellationToken.None),
        Show show => await connector.Post(to, ConnectorMessage.Card(to, show.Card, culture), CancellationToken.None),
        Replace replace => await Update(to, replace.Card, culture, arrival),
        _ => throw new NotSupportedException($"{utterance.GetType().Name} cannot be said in Teams."),
    };

    private async ValueTask<Delivery> Update(TeamsAddress to, Card card, CultureInfo culture, Arrival arrival)
    {
        var body = ConnectorMessage.Card(to, card, culture);
        if (CardIn(arrival) is { } pressed)
        {
            var delivery = await connector.Put(to, pressed, body, CancellationToken.None);
            if (delivery is not Refused { Gone: true })
            {
                return delivery;
            }
        }

        return await connector.Post(to, body, CancellationToken.None);
    }

    private static string? CardIn(Arrival arrival) => arrival.What is Pressed { CardId: { Length: > 0 } pressed } ? pressed : null;

    private string Incident(Exception problem, Arrival arrival)
    {
        var incident = Convert.ToHexString(RandomNumberGenerator.GetBytes(4));
        log.LogError(problem, "Incident {Incident}: {What} was not answered", incident, arrival.What.GetType().Name);
        return incident;
    }
}
