namespace Upcm.Domain;

/// <summary>One round of asking how strong the forces in and around a project are (method 6).</summary>
public sealed record FingerprintRound : SurveyRound;
