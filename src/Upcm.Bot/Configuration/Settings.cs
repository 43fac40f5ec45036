using System.Globalization;
using FuzzySharp;
using Upcm.Bot.Addresses;
using Upcm.Bot.Cards;
using Upcm.Bot.Channels.Teams.Authentication;
using Upcm.Bot.Health;
using Upcm.Bot.Privacy;
using Upcm.Bot.Rhythm;
using Upcm.Bot.Telemetry;

namespace Upcm.Bot.Configuration;

/// <summary>Every setting there is. What is not in this table is refused by name at the start.</summary>
internal static class Settings
{
    public const string Data = "Data";
    public const string Programme = "Programme";
    public const string Urls = "Urls";
    public const string Home = "Home";
    public const string Workspace = "Workspace";
    public const string PictureKeySetting = "PictureKey";
    public const string PictureDays = "PictureDays";
    public const string LogFormat = "LogFormat";
    public const string BackupFolder = "Backup:Folder";
    public const string BackupTime = "Backup:Time";
    public const string BackupKeep = "Backup:Keep";
    public const string PseudonymKey = "PseudonymKey";
    public const string ErasuresFolder = "Erasures";
    public const string PrivacyResponsible = "Privacy:Responsible";
    public const string PrivacyContact = "Privacy:Contact";
    public const string PrivacyGround = "Privacy:Ground";

    /// <summary>The tenant of the Agents Playground where it is not told otherwise: thirteen digits in its last part.</summary>
    public const string PlaygroundTenant = "00000000-0000-0000-0000-0000000000001";

    private static readonly Dictionary<string, Phrase> Rhythm = new(StringComparer.Ordinal)
    {
        ["Rhythm:Digest:Weekday"] = new("dag van het weekoverzicht", "day of the weekly digest"),
        ["Rhythm:Digest:Time"] = new("tijd van het weekoverzicht", "time of the weekly digest"),
        ["Rhythm:RoleMeeting:Weekday"] = new("dag van het roloverleg", "day of the role meeting"),
        ["Rhythm:RoleMeeting:Time"] = new("tijd van het roloverleg", "time of the role meeting"),
        ["Rhythm:RoleMeeting:Weeks"] = new("odd of even: de weken van het roloverleg, in plaats van From", "odd or even: the weeks of the role meeting, instead of From"),
        ["Rhythm:RoleMeeting:From"] = new("een dag waarop het roloverleg is; daarna om de week", "a day with a role meeting; then every second week"),
        ["Rhythm:RoleMeeting:SummaryHoursBefore"] = new("hoeveel uur vooraf de samenvatting komt", "how many hours before the summary comes"),
        ["Rhythm:Reminders:Time"] = new("tijd van de herinneringen, op werkdagen", "time of the reminders, on working days"),
        ["Rhythm:Dossier:DaysBefore"] = new("hoeveel dagen voor het overleg dat besluit het dossier naar wie meebeslist gaat, op de tijd van de herinneringen", "how many days before the meeting that decides the dossier goes to who decides with it, at the time of the reminders"),
        ["Rhythm:Snapshot:Day"] = new("dag van de maand waarop het dashboard rondgaat; in een kortere maand de laatste", "day of the month on which the dashboard goes round; in a shorter month the last"),
        ["Rhythm:Snapshot:Time"] = new("tijd van dat dashboard", "time of that dashboard"),
        ["Rhythm:DaysOff:Digest"] = new("moved, skipped of kept: het weekoverzicht op een vrije dag", "moved, skipped or kept: the weekly digest on a day off"),
        ["Rhythm:DaysOff:RoleMeeting"] = new("moved, skipped of kept: het roloverleg op een vrije dag", "moved, skipped or kept: the role meeting on a day off"),
        ["Rhythm:DaysOff:Own"] = new("eigen vrije dagen naast de feestdagen: 2026-12-24, 2026-12-28/2027-01-03", "own days off besides public holidays: 2026-12-24, 2026-12-28/2027-01-03"),
        ["Rhythm:DaysOff:Worked"] = new("feestdagen waarop gewoon wordt gewerkt: goede-vrijdag, bevrijdingsdag", "public holidays that are working days: goede-vrijdag, bevrijdingsdag"),
    };

    public static IReadOnlyList<Setting> All { get; } =
    [
        new(Data, "data", new("map van de ingebouwde opslag", "folder of the embedded store")),
        new(Programme, null, new("programmabestand of -map; zonder deze instelling geldt het programma dat meekomt", "programme file or folder; the programme that comes along where it is not set")),
        new(Urls, "http://127.0.0.1:3978", new("waar de dienst luistert; meer adressen met een puntkomma", "where the service listens; several addresses with a semicolon")) { Problem = Each(AnyAddress) },
        new(Home, null, new("het adres waarop anderen de bot bereiken; zonder deze instelling het eerste van Urls", "the address by which others reach the bot; the first of Urls where it is not set")) { Problem = AnyAddress },
        new(Workspace, null, new("de werkruimte (tenant) voor import en talk; anders Teams:TenantId, en zonder die de tenant van de Agents Playground", "the workspace (tenant) for import and talk; else Teams:TenantId, and without that the tenant of the Agents Playground")) { Problem = AnId },
        new("Administrators", null, new("object-id's van de eerste beheerders", "directory object ids of the first administrators")) { Several = true, Problem = AnId },
        new(PictureKeySetting, null, new("sleutel voor adressen van plaatjes en bestanden, base64 van ten minste 32 bytes; anders in de map van de opslag gemaakt", "key for addresses of pictures and files, base64 of at least 32 bytes; else made in the data folder")) { Problem = AKey },
        new(PictureDays, "90", new("dagen dat een plaatje in een kaart te zien blijft; daarna staan er de woorden. Na het wissen van iemand houden alle oudere op", "days that a picture in a card can be seen; then its words stand there. After somebody is erased all older ones end")) { Problem = ANumber },
        new(BackupFolder, null, new("map voor een reservekopie per dag, liefst op een andere schijf; zonder deze instelling wordt er geen gemaakt", "folder for a backup every day, best on another disk; none is made where it is not set")),
        new(BackupTime, "04:00", new("tijd van de reservekopie", "time of the backup")) { Problem = ATime },
        new(BackupKeep, "14", new("hoeveel reservekopieën er blijven; de oudste gaan weg", "how many backups are kept; the oldest go")) { Problem = ANumber },
        new(PseudonymKey, null, new("sleutel voor schuilnamen in logs en na het wissen van iemand, base64 van ten minste 32 bytes; anders in de map van de opslag gemaakt", "key for pseudonyms in logs and after somebody was erased, base64 of at least 32 bytes; else made in the data folder")) { Problem = AKey },
        new(ErasuresFolder, null, new("map van de lijst van wie is gewist; anders erasures in de map van de opslag. Zet hem nooit terug uit een reservekopie", "folder of the list of who was erased; else erasures in the data folder. Never restore it from a backup")),
        new(PrivacyResponsible, null, new("wie verantwoordelijk is voor de verwerking van persoonsgegevens; staat bij \"privacy\"", "who is responsible for processing personal data; shown by \"privacy\"")),
        new(PrivacyContact, null, new("waar mensen met een vraag over privacy terechtkunnen; staat bij \"privacy\"", "where people can go with a question about privacy; shown by \"privacy\"")),
        new(PrivacyGround, null, new("grondslag van de verwerking; anders een taak van algemeen belang", "ground of the processing; else a task in the public interest")),
        .. Retention.Settings.Select(static one => new Setting(one.Name, one.Default, one.Meaning) { Problem = ADays }),
        new("Teams:AppId", null, new("id van de app-registratie; zonder start de dienst alleen in Development, alleen voor deze computer", "id of the app registration; without it the service starts in Development only, for this machine only")) { Problem = AGuid },
        new("Teams:AppPassword", null, new("geheim van de app-registratie", "secret of the app registration")),
        new("Teams:Certificate", null, new("in plaats van een geheim: bestand met het certificaat van de app-registratie, PEM of (.pfx, .p12) PFX", "instead of a secret: file with the certificate of the app registration, PEM or (.pfx, .p12) PFX")),
        new("Teams:CertificateKey", null, new("bestand met de sleutel van dat certificaat, als die er niet bij staat", "file with that certificate's key, where it is not in the same file")),
        new("Teams:CertificatePassword", null, new("wachtwoord van die sleutel", "password of that key")),
        new("Teams:ManagedIdentity", null, new("in plaats van een geheim: client-id van een beheerde identiteit; dezelfde als Teams:AppId, of een die voor die app-registratie instaat", "instead of a secret: client id of a managed identity; the same as Teams:AppId, or one that vouches for that app registration")) { Problem = AGuid },
        new("Teams:FederatedTokenFile", null, new("in plaats van een geheim: bestand waarin het platform een token bewaart dat voor de app-registratie instaat", "instead of a secret: file in which the platform keeps a token that vouches for the app registration")),
        new("Teams:TenantId", null, new("tenant van de app-registratie", "tenant of the app registration")) { Problem = AnId },
        new("Teams:AllowedTenants", null, new("wie de bot mogen gebruiken; anders alleen Teams:TenantId", "who may use the bot; else Teams:TenantId alone")) { Several = true, Problem = AnId },
        new("Teams:Cloud", Cloud.Public.Name, new("de cloud van Teams: public, us-government of us-dod", "the cloud of Teams: public, us-government or us-dod")) { Problem = ACloud },
        new("Teams:Issuer", null, new("uitgever van tokens, in plaats van die van de cloud; samen met Teams:OpenIdMetadata", "issuer of tokens, instead of the cloud's; together with Teams:OpenIdMetadata")) { Problem = AnyAddress },
        new("Teams:OpenIdMetadata", null, new("metadata van die uitgever; alleen in Development een adres van deze computer", "that issuer's metadata; an address of this machine in Development only")) { Problem = SafeAddress },
        new("Teams:AllowedServiceHosts", null, new("hosts van Teams, in plaats van die van de cloud; alleen in Development deze computer", "hosts of Teams, instead of the cloud's; this machine in Development only")) { Several = true, Problem = AHost },
        new(HealthOptions.SecretExpiresSetting, null, new("laatste dag van het geheim van de app-registratie: 2027-06-30; /health/ready waarschuwt vooraf", "last day of the secret of the app registration: 2027-06-30; /health/ready warns ahead")) { Problem = ADay },
        new(HealthOptions.AheadSetting, "4", new("hoeveel weken voordat een geheim of certificaat afloopt dat gemeld wordt", "how many weeks before a secret or certificate ends that is reported")) { Problem = ANumber },
        new(HealthOptions.OutboxSetting, "30", new("hoeveel minuten het oudste bericht op verzending mag wachten voordat dat gemeld wordt", "how many minutes the oldest message may wait to be sent before that is reported")) { Problem = ANumber },
        new(HealthOptions.DetailsSetting, "false", new("true: /health/ready toont namen en cijfers ook buiten deze computer", "true: /health/ready shows names and figures beyond this machine too")) { Problem = YesOrNo },
        new(Exporting.Setting, null, new("waarheen metingen en sporen gaan over OTLP; zonder dit en zonder OTEL_EXPORTER_OTLP_ENDPOINT wordt er niets verstuurd", "where metrics and traces go over OTLP; without it and without OTEL_EXPORTER_OTLP_ENDPOINT nothing is sent")) { Problem = AnyAddress },
        new(LogFormat, "text", new("text of json: hoe het log in de console staat", "text or json: how the log stands in the console")) { Problem = TextOrJson },
        .. RhythmOptions.Defaults.Select(one => new Setting(one.Key, one.Value.Length > 0 ? one.Value : null, Rhythm[one.Key])),
    ];

    public static Setting? Named(string name) =>
        All.FirstOrDefault(one => one.Name.Equals(name, StringComparison.OrdinalIgnoreCase) || (one.Several && IsItemOf(one, name)));

    /// <summary>The setting that was probably meant.</summary>
    public static Setting? Nearest(string name) => All
        .Select(one => (one, score: Fuzz.Ratio(one.Name.ToLowerInvariant(), name.ToLowerInvariant())))
        .Where(near => near.score >= 65)
        .OrderByDescending(near => near.score)
        .Select(near => near.one)
        .FirstOrDefault();

    /// <summary>The value, or the default of the table.</summary>
    public static string? Of(this IConfiguration settings, string name) =>
        settings[name] is { Length: > 0 } value ? value : Named(name)!.Default;

    /// <summary>The workspace of who is not in one already: at the command line, and in development.</summary>
    public static string WorkspaceOf(this IConfiguration settings) => settings.Of(Workspace) ?? settings.Of("Teams:TenantId") ?? PlaygroundTenant;

    /// <summary>Where others reach the bot.</summary>
    public static Uri HomeOf(this IConfiguration settings) => new(settings.Of(Home) ?? settings.Of(Urls)!.Split(';')[0].Replace("*", "localhost", StringComparison.Ordinal));

    private static bool IsItemOf(Setting several, string name) =>
        name.StartsWith(several.Name + ":", StringComparison.OrdinalIgnoreCase) && int.TryParse(name.AsSpan(several.Name.Length + 1), out _);

    private static Func<string, Phrase?> Each(Func<string, Phrase?> rule) => value => value.Split(';').Select(rule).FirstOrDefault(problem => problem is not null);

    private static Phrase? AnyAddress(string value) =>
        Uri.TryCreate(value.Replace("*", "localhost", StringComparison.Ordinal).Replace("+", "localhost", StringComparison.Ordinal), UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? null
            : new Phrase("dit is geen adres. Schrijf het volledig: https://bot.voorbeeld.nl.", "this is not an address. Write all of it: https://bot.example.com.");

    private static Phrase? SafeAddress(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var address) && (address.Scheme == "https" || (address.Scheme == "http" && address.IsLoopback))
            ? null
            : new Phrase("hier hoort een adres dat met https:// begint.", "an address that begins with https:// is wanted here.");

    private static Phrase? ADay(string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? null : new Phrase("dit is geen dag. Schrijf jaar, maand, dag: 2027-06-30.", "this is not a day. Write year, month, day: 2027-06-30.");

    private static Phrase? ANumber(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 10_000 ? null : new Phrase("hier hoort een heel getal vanaf 1.", "a whole number from 1 on is wanted here.");

    private static Phrase? TextOrJson(string value) => value is "text" or "json" ? null : new Phrase("hier hoort text of json.", "text or json is wanted here.");

    private static Phrase? YesOrNo(string value) => bool.TryParse(value, out _) ? null : new Phrase("hier hoort true of false.", "true or false is wanted here.");

    private static Phrase? AGuid(string value) =>
        Guid.TryParse(value, out _) ? null : new Phrase("dit is geen id. Een id ziet eruit als 12345678-1234-1234-1234-123456789012.", "this is not an id. An id looks like 12345678-1234-1234-1234-123456789012.");

    private static Phrase? AnId(string value) =>
        value.Length <= 100 && !value.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)) ? null : new Phrase("in een id staan geen spaties.", "an id has no spaces.");

    private static Phrase? ATime(string value) =>
        TimeOnly.TryParseExact(value, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? null : new Phrase("dit is geen tijd. Schrijf uren en minuten: 04:00.", "this is not a time. Write hours and minutes: 04:00.");

    private static Phrase? ADays(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= 36_500
            ? null
            : new Phrase("hier hoort een heel aantal dagen, of 0.", "a whole number of days is wanted here, or 0.");

    private static Phrase? AHost(string value) =>
        Uri.CheckHostName(value) == UriHostNameType.Dns || value == "127.0.0.1" ? null : new Phrase("dit is geen hostnaam. Schrijf alleen de naam: smba.trafficmanager.net.", "this is not a host name. Write the name alone: smba.trafficmanager.net.");

    private static Phrase? ACloud(string value) =>
        Cloud.Named(value) is not null ? null : new Phrase("kies public, us-government of us-dod.", "choose public, us-government or us-dod.");

    private static Phrase? AKey(string value) =>
        Convert.TryFromBase64String(value, new byte[value.Length], out var length) && length >= AddressKey.Length
            ? null
            : new Phrase($"hier hoort base64 van ten minste {AddressKey.Length} bytes; openssl rand -base64 {AddressKey.Length} maakt er een.", $"base64 of at least {AddressKey.Length} bytes is wanted here; openssl rand -base64 {AddressKey.Length} makes one.");
}
