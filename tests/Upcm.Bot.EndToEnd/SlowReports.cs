using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Upcm.Bot.Flows.Exporting;
using Upcm.Bot.Storage;
using Upcm.Domain;

/// <summary>.NET looks for exactly this name in what DOTNET_STARTUP_HOOKS says, and calls it before the program begins.</summary>
#pragma warning disable MA0047, CA1050 // in no namespace: that is where .NET looks
internal static class StartupHook
#pragma warning restore MA0047, CA1050
{
    public static void Initialize() => Upcm.Bot.EndToEnd.SlowReports.Begin();
}

namespace Upcm.Bot.EndToEnd
{
    /// <summary>
    /// A bot in which every report of an exported portfolio takes a second and a half to read, as if there were thousands of them: what is slow
    /// can be watched, on a sample that is imported in no time.
    /// </summary>
    internal static class SlowReports
    {
        private static readonly TimeSpan EachTakes = TimeSpan.FromSeconds(1.5);

        /// <summary>With these settings the bot's process is such a bot.</summary>
        public static IReadOnlyDictionary<string, string?> Settings { get; } =
            new Dictionary<string, string?> { ["DOTNET_STARTUP_HOOKS"] = typeof(SlowReports).Assembly.Location };

        public static void Begin() => DiagnosticListener.AllListeners.Subscribe(new Listener<DiagnosticListener>(listener =>
        {
            if (listener.Name == "Microsoft.Extensions.Hosting")
            {
                listener.Subscribe(new Listener<KeyValuePair<string, object?>>(heard =>
                {
                    if (heard is { Key: "HostBuilding", Value: IHostBuilder host })
                    {
                        host.ConfigureServices(SlowDown);
                    }
                }));
            }
        }));

        private static void SlowDown(IServiceCollection services)
        {
            services.Remove(services.Single(one => one.ImplementationType == typeof(PortfolioExport)));
            services.AddSingleton<IExport>(provider => new PortfolioExport(new SlowStore(provider.GetRequiredService<IStore>())));
        }

        private sealed class SlowStore(IStore store) : StoreAround(store)
        {
            public override async ValueTask<IReadOnlyList<Found<T>>> Find<T>(
                Kind<T> kind, WorkspaceId workspace, string key, int take, string? after, bool descending, CancellationToken cancel)
            {
                if (typeof(T) == typeof(ProgressReport))
                {
                    await Task.Delay(EachTakes, TimeProvider.System, cancel);
                }

                return await base.Find(kind, workspace, key, take, after, descending, cancel);
            }

            protected override void Committed(Changes changes)
            {
            }
        }

        private sealed class Listener<T>(Action<T> hear) : IObserver<T>
        {
            public void OnNext(T value) => hear(value);

            public void OnCompleted()
            {
            }

            public void OnError(Exception error)
            {
            }
        }
    }
}
