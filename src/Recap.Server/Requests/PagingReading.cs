namespace Recap.Server.Requests;

/// <summary>Validates which page of a list is wanted.</summary>
internal static class PagingReading
{
    private const int MaxTokenLength = 4096;

    /// <summary>The size of the page, and the token where one was given.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="usual">Size where none is asked for.</param>
    /// <param name="most">Size that larger asks are cut to.</param>
    /// <param name="faults">Gathers what is wrong.</param>
    public static (int Size, string? Token) Read((int Size, string Token) request, int usual, int most, FieldFaults faults)
    {
        faults.AddIf(request.Size < 0, "page_size", $"must not be negative; {most} is the largest page.");
        faults.AddIf(request.Token.Length > MaxTokenLength, "page_token", "is longer than any token that was given out.");
        return (request.Size == 0 ? usual : Math.Min(request.Size, most), request.Token.Length == 0 ? null : request.Token);
    }
}
