namespace Recap.Engine.Querying.Understanding;

/// <summary>The words of an index. Lets a query be understood by what there is to find.</summary>
public interface IVocabulary
{
    /// <summary>How many talks hold the folded word (<see cref="TermForm.Exact"/>) in any field; 0 where none does.</summary>
    int DocumentFrequency(string term);
}
