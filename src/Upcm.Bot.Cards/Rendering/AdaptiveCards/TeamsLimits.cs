namespace Upcm.Bot.Cards.Rendering.AdaptiveCards;

/// <summary>What Teams takes, each with the page it comes from; the pages are on learn.microsoft.com.</summary>
public static class TeamsLimits
{
    /// <summary>
    /// The whole card as UTF-8 JSON. A message may be larger by now (microsoftteams/platform/bots/how-to/format-your-bot-messages
    /// says 100 KB in UTF-16, it said 40 and 28 KB before), but the answer to an invoke and older tenants keep to about 28 KB,
    /// so the card stays below it with room for the message around it.
    /// </summary>
    public const int Bytes = 25 * 1024;

    /// <summary>Buttons in one row: adaptive-cards/rendering-cards/host-config (maxActions), six in Teams; more are not shown.</summary>
    public const int Actions = 6;

    /// <summary>Ours: more buttons than this take too long to read, and wrap on a phone; the rest is behind "Meer".</summary>
    public const int ButtonsInSight = 4;

    /// <summary>Ours: as many check boxes as can be looked over; longer lists open.</summary>
    public const int ChoicesInSight = 7;

    /// <summary>Columns beside each other: microsoftteams/platform/task-modules-and-cards/cards/design-effective-cards (mobile).</summary>
    public const int Columns = 3;

    /// <summary>
    /// People who see their own view: microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/
    /// work-with-universal-actions-for-adaptive-cards#user-ids-in-refresh.
    /// </summary>
    public const int People = 60;

    /// <summary>Width and height of a picture in pixels: microsoftteams/platform/task-modules-and-cards/cards/cards-format.</summary>
    public const int PicturePixels = 1024;

    /// <summary>Ours: the longest label that fits a button on a phone.</summary>
    public const int ButtonLabel = 40;

    /// <summary>Ours: facts in one list that still reads in five seconds.</summary>
    public const int Facts = 6;
}
