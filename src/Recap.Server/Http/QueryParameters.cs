using System.Globalization;
using Google.Api;
using Google.Protobuf.Reflection;
using Microsoft.AspNetCore.Grpc.JsonTranscoding;
using Microsoft.AspNetCore.Http;
using Recap.Server.Requests;

namespace Recap.Server.Http;

/// <summary>Checks the parameters of an address against the message that they are bound to.</summary>
internal static class QueryParameters
{
    // What a caller sent is repeated to him, but not at any length.
    private const int MaxShown = 120;

    public static void Check(IQueryCollection parameters, GrpcJsonTranscodingMetadata method, FieldFaults faults)
    {
        var message = method.MethodDescriptor.InputType;
        foreach (var (key, values) in parameters)
        {
            if (Find(message, key) is not { } field || IsBoundByPath(method.HttpRule, field))
            {
                faults.Add(Shown(key), $"is no parameter of {message.Name}.");
                continue;
            }

            faults.AddIf(values.Count > 1 && !field.IsRepeated, Shown(key), "is given more than once.");
            foreach (var value in values)
            {
                CheckValue(Shown(key), field, value ?? "", faults);
            }
        }
    }

    /// <summary>The text, cut to a length fit for an answer.</summary>
    public static string Shown(string text) => text.Length <= MaxShown ? text : string.Concat(text.AsSpan(0, MaxShown), "…");

    private static bool IsBoundByPath(HttpRule rule, FieldDescriptor field) =>
        rule.Get.Contains($"{{{field.Name}=", StringComparison.Ordinal) || rule.Get.Contains($"{{{field.Name}}}", StringComparison.Ordinal);

    private static FieldDescriptor? Find(MessageDescriptor message, string path)
    {
        MessageDescriptor? within = message;
        FieldDescriptor? field = null;
        foreach (var name in path.Split('.'))
        {
            field = within?.Fields.InDeclarationOrder().FirstOrDefault(candidate => candidate.Name == name || candidate.JsonName == name);
            within = field?.FieldType == FieldType.Message && !field.IsRepeated ? field.MessageType : null;
        }

        return field?.FieldType == FieldType.Message ? null : field;
    }

    private static void CheckValue(string key, FieldDescriptor field, string value, FieldFaults faults)
    {
        switch (field.FieldType)
        {
            case FieldType.Int32:
                faults.AddIf(!int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _), key, "must be a whole number of 32 bits.");
                break;
            case FieldType.Float:
                faults.AddIf(!float.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _), key, "must be a number.");
                break;
            case FieldType.Bool:
                faults.AddIf(!bool.TryParse(value, out _), key, "must be true or false.");
                break;
            case FieldType.Enum:
                faults.AddIf(field.EnumType.FindValueByName(value) is null, key, $"must be a value of {field.EnumType.Name}, such as {field.EnumType.Values[^1].Name}.");
                break;
        }
    }
}
