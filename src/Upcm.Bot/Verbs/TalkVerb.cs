using System.CommandLine;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Rendering;
using Upcm.Bot.Configuration;
using Upcm.Bot.Conversation;
using Upcm.Bot.Privacy;
using Upcm.Domain;

namespace Upcm.Bot.Verbs;

/// <summary><c>talk</c>: a conversation in the terminal with the same engine, one line in, one answer out; usable in a pipe.</summary>
internal static class TalkVerb
{
    public static Command Create(Common common)
    {
        var id = new Option<string>("--as") { Description = "Who is talking: an id", DefaultValueFactory = _ => "terminal" };
        var name = new Option<string>("--name") { Description = "The name of who is talking", DefaultValueFactory = _ => "Terminal" };
        var workspace = new Option<string?>("--workspace") { Description = "The workspace (tenant); see the setting Workspace" };
        var command = new Command("talk", "Talk with the bot here, in the terminal") { id, name, workspace };
        command.SetAction((parsed, cancel) => common.Begin(parsed, (Settings.Workspace, parsed.GetValue(workspace))) is var (settings, method)
            ? Run(settings, method, parsed.GetValue(id)!, parsed.GetValue(name)!, parsed.GetValue(common.Language), cancel)
            : Task.FromResult(Common.Refused));
        return command;
    }

    private static async Task<int> Run(IConfiguration settings, WorkingMethod method, string id, string name, string? language, CancellationToken cancel)
    {
        await using var services = new ServiceCollection().AddLogging().AddSingleton(settings).AddBot(() => method, Common.DataOf(settings)).BuildServiceProvider();
        await Bot.PutRight(services, cancel);
        var eraser = services.GetRequiredService<Eraser>();
        var conversation = services.GetRequiredService<IConversation>();
        Task<Answer> Take(Event what) => conversation.Take(
            new Arrival
            {
                Channel = "terminal",
                Workspace = new WorkspaceId(settings.WorkspaceOf()),
                Place = new Place($"terminal/{id}", PlaceKind.Personal, "terminal"),
                From = new Sender(new PersonId(id), id, name, language ?? "nl"),
                What = what,
                Surface = Surface.Text,
            },
            cancel).AsTask();

        if (!Console.IsInputRedirected)
        {
            Write(await Take(new Installed())); // the welcome, once
        }

        while (await Console.In.ReadLineAsync(cancel) is { } line)
        {
            if (line.Trim().Length == 0)
            {
                continue;
            }

            Write(await Take(new Said(line, [])));
            await eraser.Ring(cancel); // there is no alarm clock here
        }

        return 0;
    }

    private static void Write(Answer answer)
    {
        var culture = Cultures.Of(answer.Language);
        foreach (var utterance in answer.Utterances)
        {
            Console.WriteLine(utterance switch
            {
                Say say => say.Text,
                Show show => PlainTextRenderer.Render(show.Card, culture),
                Replace replace => PlainTextRenderer.Render(replace.Card, culture),
                _ => "",
            });
            Console.WriteLine();
        }
    }
}
