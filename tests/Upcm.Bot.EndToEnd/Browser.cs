using Microsoft.Playwright;

[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
[assembly: AssemblyFixture(typeof(Upcm.Bot.EndToEnd.Browser))]

namespace Upcm.Bot.EndToEnd;

/// <summary>One headless Chromium for all tests, started by the first that needs it.</summary>
public sealed class Browser : IAsyncDisposable
{
    /// <summary>Long enough for a machine that is busy with other work: it only costs time where something is missing.</summary>
    private const float PatienceInMilliseconds = 60_000;
    private readonly SemaphoreSlim gate = new(1);
    private IPlaywright? playwright;
    private IBrowser? chromium;

    /// <summary>A window of its own: no cookies or storage shared. Nothing outside this machine is asked for.</summary>
    internal async Task<IPage> NewPageAsync(int width = 1280, int height = 900)
    {
        await ClientTools.RequireAsync();
        var browser = await StartAsync();
        var context = await browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height },
            TimezoneId = "Europe/Amsterdam",
            Locale = "nl-NL",
        });
        context.SetDefaultTimeout(PatienceInMilliseconds);
        Assertions.SetDefaultExpectTimeout(PatienceInMilliseconds);
        await context.RouteAsync(
            address => Uri.TryCreate(address, UriKind.Absolute, out var uri)
                && uri.Scheme is "http" or "https" && !new Uri(address).IsLoopback,
            route => route.AbortAsync());
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (chromium is not null)
        {
            await chromium.DisposeAsync();
        }

        playwright?.Dispose();
        gate.Dispose();
    }

    private async Task<IBrowser> StartAsync()
    {
        await gate.WaitAsync();
        try
        {
            playwright ??= await Playwright.CreateAsync();
            return chromium ??= await playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = ClientTools.Chromium,
                Args =
                [
                    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
                    "--disable-component-update", "--disable-sync",
                ],
            });
        }
        finally
        {
            gate.Release();
        }
    }
}
