using Recap.Talks;

namespace Recap.Topics.Tests;

public sealed class TopicModelStoreTests : IDisposable
{
    private readonly SmallData _data = new();

    private string File => Path.Combine(_data.Folder, "models", "topics.model");

    public void Dispose() => _data.Dispose();

    [Fact]
    public void The_first_use_trains_without_a_word_and_the_second_reads()
    {
        var first = Open();
        var second = Open();

        (first.Trained, first.Diagnostics.Length).ShouldBe((true, 0));
        (second.Trained, second.Diagnostics.Length).ShouldBe((false, 0));
        second.Model.Score("Café", "", []).ShouldBe(first.Model.Score("Café", "", []));
        Directory.GetFiles(Path.GetDirectoryName(File)!).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(40)]
    [InlineData(1000)]
    public void A_model_cut_short_is_trained_again_with_a_warning(int length)
    {
        Open();
        System.IO.File.WriteAllBytes(File, System.IO.File.ReadAllBytes(File)[..length]);

        ShouldTrainAgainWithWarning();
    }

    [Fact]
    public void A_damaged_model_is_trained_again_with_a_warning()
    {
        Open();
        var bytes = System.IO.File.ReadAllBytes(File);
        bytes[^20] ^= 1;
        System.IO.File.WriteAllBytes(File, bytes);

        ShouldTrainAgainWithWarning();
    }

    [Fact]
    public void A_foreign_file_is_replaced_with_a_warning()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        System.IO.File.WriteAllText(File, new string('x', 1000));

        ShouldTrainAgainWithWarning();
    }

    [Fact]
    public void A_model_of_other_data_is_trained_again_and_says_so()
    {
        Open();
        _data.Write("terms.tsv", "term\ttopics\nnoyau\tebpf\n");

        var opened = Open();

        opened.Trained.ShouldBeTrue();
        opened.Diagnostics.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            remark => remark.Severity.ShouldBe(Severity.Warning),
            remark => remark.Code.ShouldBe("RCP3102"));
    }

    [Fact]
    public void A_model_that_is_not_to_be_kept_leaves_no_file()
    {
        Store(null).Open(TestContext.Current.CancellationToken).Trained.ShouldBeTrue();

        System.IO.File.Exists(File).ShouldBeFalse();
    }

    [Fact]
    public void A_prepared_model_that_fits_is_taken_and_no_other_written()
    {
        Open();
        var elsewhere = Path.Combine(_data.Folder, "elsewhere.model");

        new TopicModelStore(_data.Folder, SmallData.Glossary) { Prepared = File, File = elsewhere }.Open(TestContext.Current.CancellationToken).Trained.ShouldBeFalse();

        System.IO.File.Exists(elsewhere).ShouldBeFalse();
    }

    [Fact]
    public void A_training_is_announced_and_the_fingerprint_is_that_of_the_data()
    {
        var announced = 0;
        var store = new TopicModelStore(_data.Folder, SmallData.Glossary) { File = File, Training = () => announced++ };

        store.Open(TestContext.Current.CancellationToken).Model.Fingerprint.ShouldBe(store.Fingerprint);
        store.Open(TestContext.Current.CancellationToken);

        store.Fingerprint.ShouldBe(_data.Load().Fingerprint);
        announced.ShouldBe(1);
    }

    [Fact]
    public void Where_the_model_cannot_be_written_it_is_used_all_the_same()
    {
        // A folder stands where the file should be.
        Directory.CreateDirectory(File);

        var opened = Open();

        opened.Model.Score("Café", "", []).Length.ShouldBe(2);
        opened.Diagnostics.ShouldContain(remark => remark.Code == "RCP3103");
    }

    private void ShouldTrainAgainWithWarning()
    {
        var opened = Open();

        opened.Trained.ShouldBeTrue();
        opened.Diagnostics.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            warning => warning.Severity.ShouldBe(Severity.Warning),
            warning => warning.Code.ShouldBe("RCP3101"));
        Open().Trained.ShouldBeFalse();
    }

    private OpenedTopicModel Open() => Store(File).Open(TestContext.Current.CancellationToken);

    private TopicModelStore Store(string? file) => new(_data.Folder, SmallData.Glossary) { File = file };
}
