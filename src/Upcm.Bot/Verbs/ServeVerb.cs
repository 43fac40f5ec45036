using System.CommandLine;
using Microsoft.Extensions.Options;
using Upcm.Bot.Channels.Teams;
using Upcm.Bot.Notifications;
using Upcm.Bot.Pictures;

namespace Upcm.Bot.Verbs;

/// <summary><c>serve</c>: the service itself.</summary>
internal static class ServeVerb
{
    private static readonly TimeSpan PicturesLive = TimeSpan.FromDays(400);

    public static Command Create(Option<string> data, Option<string?> programme)
    {
        var urls = new Option<string>("--urls") { Description = "Where to listen", DefaultValueFactory = _ => "http://127.0.0.1:3978" };
        var command = new Command("serve", "Serve Teams (the default)") { urls, data, programme };
        command.SetAction((parsed, cancel) => Run(parsed.GetValue(urls)!, parsed.GetValue(data)!, parsed.GetValue(programme), cancel));
        return command;
    }

    public static async Task<int> Run(string urls, string data, string? programme, CancellationToken cancel)
    {
        var reading = Task.Run(() => Bot.ReadProgramme(programme, Console.Error), cancel);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(urls);
        builder.Configuration.AddEnvironmentVariables("UPCM_");
        if (await reading is not { } method)
        {
            return 2;
        }

        var home = new Uri(builder.Configuration["Home"] ?? urls.Split(';')[0]);
        var pictures = new PictureLinks(home, PictureKey.From(builder.Configuration["PictureKey"], data), TimeProvider.System, PicturesLive);
        builder.Services.AddSingleton(pictures).AddSingleton(new Illustrations(pictures));
        builder.Services.AddBot(method, data).AddTeams(builder.Configuration).AddHostedService<Dispatcher>();
        await using var app = builder.Build();
        var teams = app.Services.GetRequiredService<IOptions<TeamsOptions>>().Value;
        if (teams.Problems(app.Environment) is { Count: > 0 } problems)
        {
            problems.ToList().ForEach(Console.Error.WriteLine);
            return 2;
        }

        app.MapTeams();
        app.MapPictures();
        app.MapGet("/", () => Results.Text(StartPage.Html(method, teams.HasCredentials), "text/html; charset=utf-8"));
        await app.RunAsync(cancel);
        return 0;
    }
}
