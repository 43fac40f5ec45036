using System.CommandLine;
using Upcm.Benchmarks.Dossiers;
using Upcm.Benchmarks.Exporting;
using Upcm.Benchmarks.Importing;
using Upcm.Benchmarks.Overseeing;
using Upcm.Benchmarks.Torturing;
using Upcm.Benchmarks.Turns;

var data = new Option<string>("--data") { Description = "The folder of the store", DefaultValueFactory = _ => "" };
var rounds = new Option<int>("--rounds") { Description = "How many times the writer is killed", DefaultValueFactory = _ => 100 };
var bot = new Option<string>("--bot") { Description = "The published bot", DefaultValueFactory = _ => "artifacts/bot/Upcm.Bot" };
var seconds = new Option<int>("--seconds") { Description = "Measured time per figure, after as much warm-up", DefaultValueFactory = _ => 10 };
var url = new Option<string>("--url") { Description = "Where to listen", DefaultValueFactory = _ => "http://127.0.0.1:3988" };

var turns = new Command("turns", "Turns a second, latency, start and memory of the published bot, beside a bare server") { bot, seconds };
turns.SetAction((parsed, cancel) => TurnsBenchmark.Run(Path.GetFullPath(parsed.GetValue(bot)!), TimeSpan.FromSeconds(parsed.GetValue(seconds)), cancel));
var import = new Command("import", "Time and memory of importing 1,000 and 100,000 initiatives with the published bot") { bot };
import.SetAction((parsed, cancel) => ImportBenchmark.Run(Path.GetFullPath(parsed.GetValue(bot)!), cancel));
var initiatives = new Option<int>("--initiatives") { Description = "How many initiatives are in the store", DefaultValueFactory = _ => 100_000 };
var dashboard = new Command("dashboard", "Dashboard, portfolio and sight line over 100,000 initiatives") { initiatives };
dashboard.SetAction((parsed, cancel) => DashboardBenchmark.Run(parsed.GetValue(initiatives), cancel));
var export = new Command("export", "Time and memory of exporting a portfolio as Excel and CSV") { initiatives };
export.SetAction((parsed, cancel) => ExportBenchmark.Run(parsed.GetValue(initiatives), cancel));
var times = new Option<int>("--times") { Description = "How many dossiers are made", DefaultValueFactory = _ => 2000 };
var dossier = new Command("dossier", "The dossier of a gate, from the store to its card, with 1,000 and 100,000 initiatives") { times };
dossier.SetAction((parsed, cancel) => DossierBenchmark.Run(parsed.GetValue(times), cancel));
var torture = new Command("torture", "Kills a writing process again and again and checks that nothing acknowledged is lost") { rounds };
torture.SetAction((parsed, _) => Torture.Run(parsed.GetValue(rounds), Console.Out));
var bare = new Command("bare", "The bare server that turns compares with") { url };
bare.SetAction((parsed, cancel) => BareServer.Run(parsed.GetValue(url)!, cancel));
var writer = new Command(Torture.WriterVerb, "The process that torture kills") { data };
writer.SetAction((parsed, _) => TortureWriter.Run(parsed.GetValue(data)!));

return await new RootCommand("What is claimed about speed and durability, for anyone to run") { turns, import, dashboard, export, dossier, torture, bare, writer }.Parse(args).InvokeAsync();
