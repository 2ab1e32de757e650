using NetArchTest.Rules;

namespace Recap.Architecture.Tests;

/// <summary>Each library is used in one room; the others do not know that it exists.</summary>
public sealed class VendorsStopAtTheirDoorTests
{
    private static readonly string[] Rooms =
        ["Recap.Talks", "Recap.Topics", "Recap.Engine", "Recap.Engine.LuceneNet", "Recap.Embeddings", "Recap.Protocol", "Recap.Server", "recap"];

    [Theory]
    [InlineData("Markdig", "Recap.Talks")]
    [InlineData("YamlDotNet", "Recap.Talks")]
    [InlineData("Tomlyn", "Recap.Talks")]
    [InlineData("Microsoft.ML.Data", "Recap.Topics")]
    [InlineData("Microsoft.ML.MLContext", "Recap.Topics")]
    [InlineData("Microsoft.ML.OnnxRuntime", "Recap.Embeddings")]
    [InlineData("Microsoft.ML.Tokenizers", "Recap.Embeddings")]
    [InlineData("Lucene.Net", "Recap.Engine.LuceneNet")]
    [InlineData("Grpc.AspNetCore", "Recap.Server")]
    [InlineData("Spectre.Console", "recap")]
    [InlineData("System.CommandLine", "recap")]
    public void A_library_is_known_in_one_room_only(string library, string room)
    {
        foreach (var other in Rooms.Where(name => name != room))
        {
            var result = Types.InAssembly(System.Reflection.Assembly.Load(other)).ShouldNot().HaveDependencyOn(library).GetResult();

            result.IsSuccessful.ShouldBeTrue($"{other} uses {library}: {string.Join(", ", result.FailingTypeNames ?? [])}");
        }
    }

    [Fact]
    public void Below_the_server_nothing_knows_of_grpc()
    {
        foreach (var room in (string[])["Recap.Talks", "Recap.Topics", "Recap.Engine", "Recap.Engine.LuceneNet", "Recap.Embeddings"])
        {
            var result = Types.InAssembly(System.Reflection.Assembly.Load(room)).ShouldNot().HaveDependencyOnAny("Grpc", "Google").GetResult();

            result.IsSuccessful.ShouldBeTrue($"{room}: {string.Join(", ", result.FailingTypeNames ?? [])}");
        }
    }

    [Fact]
    public void Concrete_classes_are_sealed()
    {
        foreach (var room in Rooms.Where(name => name != "Recap.Protocol"))
        {
            var open = Types.InAssembly(System.Reflection.Assembly.Load(room)).That().AreClasses().And().AreNotAbstract()
                .And().AreNotSealed().GetTypes().Where(type => !type.Name.Contains('<')).Select(type => type.FullName);

            open.ShouldBeEmpty($"in {room}");
        }
    }
}
