using Microsoft.Extensions.DependencyInjection.Extensions;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows;
using Upcm.Bot.Flows.Appointing;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.Flows.Fingerprinting;
using Upcm.Bot.Flows.JudgingImpact;
using Upcm.Bot.Flows.PassingGates;
using Upcm.Bot.Flows.Registering;
using Upcm.Bot.Flows.Reporting;
using Upcm.Bot.Flows.Sending;
using Upcm.Bot.Flows.Telling;
using Upcm.Bot.People;
using Upcm.Bot.Pictures;
using Upcm.Bot.Programme;
using Upcm.Bot.Rhythm;
using Upcm.Bot.Storage;
using Upcm.Bot.Storage.LiteDb;
using Upcm.Domain;

namespace Upcm.Bot;

/// <summary>What the bot is made of, whichever verb runs it.</summary>
public static class Bot
{
    /// <summary>The engine with everything it can do, on the embedded store in <paramref name="data"/>.</summary>
    public static IServiceCollection AddBot(this IServiceCollection services, WorkingMethod method, string data) => services
        .AddSingleton(method)
        .AddSingleton(TimeProvider.System)
        .AddSingleton<IStore>(provider => LiteDbStore.Open(data, provider.GetRequiredService<ILogger<LiteDbStore>>()))
        .AddConversation();

    public static IServiceCollection AddConversation(this IServiceCollection services)
    {
        services.AddSingleton<IConversation, ConversationEngine>();
        services.AddSingleton<Router>().AddSingleton<Welcome>().AddSingleton<FormConversation>();
        services.AddSingleton(provider => new Lazy<IEnumerable<IFlow>>(() => provider.GetServices<ICommand>().OfType<IFlow>()));
        services.AddSingleton(provider => new Lazy<IEnumerable<ICommand>>(() => provider.GetServices<ICommand>()));

        services.AddSingleton<Standings>();
        services.TryAddSingleton(new Illustrations());
        services.AddSingleton<ICommand, RegisterInitiativeFlow>();
        services.AddSingleton<ICommand, EditInitiativeFlow>();
        services.AddSingleton<ICommand, MyOverview>();
        services.AddSingleton<ICommand, ShowInitiative>();
        services.AddSingleton<ICommand, ShowPortfolio>();
        services.AddSingleton<ICommand, SearchInitiatives>();
        services.AddSingleton<ICommand, ShowHistory>();
        services.AddSingleton<ICommand, ExplainTerm>();
        services.AddSingleton<ImpactSheetCard>().AddSingleton<ImpactSheetFlow>();
        services.AddSingleton<ICommand>(provider => provider.GetRequiredService<ImpactSheetFlow>());
        services.AddSingleton<ShowImpactSheet>().AddSingleton<ICommand>(provider => provider.GetRequiredService<ShowImpactSheet>());
        services.AddSingleton<ICommand, CompareImpactSheets>();
        services.AddSingleton<ShowGate>();
        services.AddSingleton<ICommand>(provider => provider.GetRequiredService<ShowGate>());
        services.AddSingleton<IButton>(provider => provider.GetRequiredService<ShowGate>());
        services.AddSingleton<ICommand, FillGateFlow>();
        services.AddSingleton<ICommand, RequestGate>();
        services.AddSingleton<ICommand, AdviseFlow>();
        services.AddSingleton<ICommand, DecideFlow>();
        services.AddSingleton<ICommand, ResumeInitiative>();
        services.AddSingleton<IButton, FinishAction>();
        services.AddSingleton<IPlate, GatePlate>();
        services.AddSingleton<ICommand, ReportProgressFlow>();
        services.AddSingleton<ICommand, ShowProgress>();
        services.AddSingleton<ICommand, BindChannel>();
        services.AddSingleton<ICommand, AppointFlow>();
        services.AddSingleton<ICommand, ShowOffices>();
        services.AddSingleton<IButton, EndOffice>();
        services.AddSingleton<FingerprintResults>();
        services.AddSingleton<ICommand, ShowFingerprint>();
        services.AddSingleton<ICommand, StartFingerprintFlow>();
        services.AddSingleton<ICommand, AnswerFingerprintFlow>();
        services.AddSingleton<ICommand, InviteToFingerprintFlow>();
        services.AddSingleton<ICommand, RemindOfFingerprint>();
        services.AddSingleton<ICommand, ShowFingerprintResult>();
        services.AddSingleton<ICommand, CloseFingerprint>();
        services.AddSingleton<CloseFingerprintButton>().AddSingleton<IButton>(provider => provider.GetRequiredService<CloseFingerprintButton>());
        services.AddSingleton<IPlate, FingerprintPlate>();
        services.AddTimetable();
        services.AddSingleton<ICommand, ShowSummary>();
        services.AddSingleton<ICommand, ShowDigest>();
        services.AddSingleton<IButton, ShowWhole>();
        services.AddSingleton<ICommand, ShowStuck>();
        services.AddSingleton<IButton, SendAgain>();
        services.AddSingleton<ICommand, ChangeLanguage>();
        services.AddSingleton<ICommand, Help>();
        return services;
    }

    /// <summary>The programme file, or null after every problem in it was written to <paramref name="problems"/>.</summary>
    public static WorkingMethod? ReadProgramme(string? file, TextWriter problems)
    {
        var reading = file is null ? ProgrammeFile.ReadFrom(ProgrammeFile.Shipped) : ProgrammeFile.ReadFrom(file);
        foreach (var problem in reading.Problems)
        {
            problems.WriteLine(problem);
        }

        return reading.Programme;
    }
}
