using System.Collections.Immutable;

namespace Recap.Server.Requests;

/// <summary>Gathers what is wrong with a request, so that its caller hears everything at once.</summary>
internal sealed class FieldFaults
{
    // Enough to mend a request by; a request of thousands of faults must not get an answer as long as itself.
    private const int MaxFaults = 20;

    private readonly ImmutableArray<FieldFault>.Builder _faults = ImmutableArray.CreateBuilder<FieldFault>();

    public bool Any => _faults.Count > 0;

    public void Add(string field, string description)
    {
        if (_faults.Count < MaxFaults)
        {
            _faults.Add(new FieldFault(field, description));
        }
    }

    public void AddIf(bool wrong, string field, string description)
    {
        if (wrong)
        {
            Add(field, description);
        }
    }

    /// <exception cref="InvalidRequestException">There is any fault.</exception>
    public void ThrowIfAny()
    {
        if (Any)
        {
            throw new InvalidRequestException(_faults.ToImmutable());
        }
    }
}
