namespace Recap.Server.Pages;

/// <summary>One thing that narrows a search.</summary>
/// <param name="Field">What it is about.</param>
/// <param name="Value">The value as addresses write it.</param>
internal sealed record PageFilter(FilterField Field, string Value)
{
    /// <summary>The name of a field in an address.</summary>
    public static string NameOf(FilterField field) => field switch
    {
        FilterField.YearFrom => "from",
        FilterField.YearTo => "to",
        FilterField.Technology => "tech",
        FilterField.Organization => "org",
        _ => field.ToString().ToLowerInvariant(),
    };
}

/// <summary>What a filter of a page is about.</summary>
internal enum FilterField
{
    /// <summary>A conference, with or without year.</summary>
    Event,

    /// <summary>A person on stage.</summary>
    Speaker,

    /// <summary>Whom the person speaks for.</summary>
    Organization,

    /// <summary>A technology in canonical spelling.</summary>
    Technology,

    /// <summary>Id of a topic.</summary>
    Topic,

    /// <summary>The sort of session: <c>keynote</c>, <c>bof</c>.</summary>
    Kind,

    /// <summary>The site that tells.</summary>
    Source,

    /// <summary>The first year; one at most.</summary>
    YearFrom,

    /// <summary>The last year; one at most.</summary>
    YearTo,
}
