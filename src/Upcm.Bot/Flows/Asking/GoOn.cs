using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;

namespace Upcm.Bot.Flows.Asking;

/// <summary><c>verder</c>: on with the form that is open, or with the one that was kept last.</summary>
public sealed class GoOn(FormConversation forms, BegunForms begun) : ICommand
{
    public Sentence Sentence { get; } = new(
        ["verder", "ga verder", "doorgaan"], ["go on", "continue", "resume"], new Phrase("verder met wat je begon en nog niet vastlegde", "on with what you began and did not record yet"));

    public async ValueTask Run(Turn turn, string rest)
    {
        var all = await begun.Of(turn);
        if ((all.FirstOrDefault(one => one.Draft.Id == turn.Person.ActiveDraft) ?? (all is [var only] ? only : null)) is { } meant)
        {
            await forms.Open(turn, meant.Flow, meant.Draft.Subject);
        }
        else
        {
            turn.Show(await begun.NothingWaits(turn));
        }
    }
}
