using System.Globalization;
using System.Text;
using Recap.Engine.Indexing;
using Recap.Engine.Querying;
using Recap.Server.Requests;
using Recap.Talks;
using V1 = Recap.Protocol.V1;

namespace Recap.Server.Indexing;

/// <summary>Asks for a page of diagnostics.</summary>
internal sealed class DiagnosticsQuestion
{
    private const int DefaultPageSize = 100;
    private const int MaxPageSize = 1000;

    private readonly V1.Severity _least;
    private readonly int _size;
    private readonly string _token;
    private readonly string _question;

    private DiagnosticsQuestion(V1.ListDiagnosticsRequest request)
    {
        _least = request.MinSeverity;
        _size = request.PageSize == 0 ? DefaultPageSize : Math.Min(request.PageSize, MaxPageSize);
        _token = request.PageToken;
        _question = string.Create(CultureInfo.InvariantCulture, $"{(int)request.MinSeverity}\n{request.Source}");
    }

    /// <exception cref="InvalidRequestException">A field is faulty.</exception>
    public static DiagnosticsQuestion Read(V1.ListDiagnosticsRequest request)
    {
        var faults = new FieldFaults();
        faults.AddIf(request.PageSize < 0, "page_size", $"must not be negative; {MaxPageSize} is the largest page.");
        faults.AddIf(!Enum.IsDefined(request.MinSeverity), "min_severity", $"{(int)request.MinSeverity} is no value of Severity.");
        faults.ThrowIfAny();
        return new DiagnosticsQuestion(request);
    }

    /// <summary>The page asked for.</summary>
    /// <exception cref="InvalidPageTokenException">The token is of another question.</exception>
    /// <exception cref="PageTokenExpiredException">The token is of another generation.</exception>
    public V1.ListDiagnosticsResponse Answer(IEnumerable<(string Source, Diagnostic Diagnostic)> all, Generation generation)
    {
        var offset = OffsetAt(generation);
        var rest = all.Where(pair => IndexAnswers.ToSeverity(pair.Diagnostic.Severity) >= _least)
            .OrderBy(pair => pair.Source, StringComparer.Ordinal).ThenBy(pair => pair.Diagnostic.File, StringComparer.Ordinal)
            .ThenBy(pair => pair.Diagnostic.Line).ThenBy(pair => pair.Diagnostic.Code, StringComparer.Ordinal)
            .Skip(offset).Take(_size + 1).ToArray();
        return new V1.ListDiagnosticsResponse
        {
            Diagnostics = { rest.Take(_size).Select(pair => IndexAnswers.ToDiagnostic(pair.Source, pair.Diagnostic)) },
            NextPageToken = rest.Length > _size ? TokenOf(generation.Number, offset + _size) : "",
        };
    }

    private string TokenOf(long generation, int offset) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{generation}\n{offset}\n{_question}")));

    private int OffsetAt(Generation generation)
    {
        if (_token.Length == 0)
        {
            return 0;
        }

        var bytes = new byte[_token.Length];
        if (!Convert.TryFromBase64String(_token, bytes, out var length)
            || Encoding.UTF8.GetString(bytes, 0, length).Split('\n', 3) is not [var number, var start, var question]
            || question != _question
            || !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var of)
            || !int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var offset))
        {
            throw new InvalidPageTokenException("The page token is of another question.");
        }

        return of == generation.Number ? offset : throw new PageTokenExpiredException(of);
    }
}
