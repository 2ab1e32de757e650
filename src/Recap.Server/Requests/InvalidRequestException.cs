using System.Collections.Immutable;

namespace Recap.Server.Requests;

/// <summary>A question that is not well put.</summary>
internal sealed class InvalidRequestException(ImmutableArray<FieldFault> faults)
    : Exception(string.Join(' ', faults.Select(fault => $"{fault.Field}: {fault.Description}")))
{
    /// <summary>Every fault, in the order of the fields.</summary>
    public ImmutableArray<FieldFault> Faults { get; } = faults;
}

/// <summary>What is wrong with one field.</summary>
/// <param name="Field">Path of the field in the request, in the protos' spelling: <c>filter.kinds[1]</c>.</param>
/// <param name="Description">What is wrong and what is allowed, one English sentence.</param>
internal sealed record FieldFault(string Field, string Description);
