namespace Recap.Server.Errors;

/// <summary>The taxonomy has no topic of that id.</summary>
internal sealed class TopicNotFoundException(string id) : Exception($"There is no topic '{id}'.")
{
    /// <summary>The id asked for.</summary>
    public string Id { get; } = id;
}
