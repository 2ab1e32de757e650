using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace Recap.Embeddings;

/// <summary>Finds the native library of ONNX Runtime where the user put it, after the places where the system looks.</summary>
internal static class NativeRuntime
{
    private static readonly ImmutableArray<string> FileNames = ["libonnxruntime.so", "libonnxruntime.so.1", "onnxruntime.dll", "libonnxruntime.dylib"];
    private static readonly Lock Guard = new();
    private static ImmutableArray<string> _places = [];

    /// <summary>Looks in further places from now on: each a file, or a folder that may hold one.</summary>
    public static void LookIn(IEnumerable<string> places)
    {
        lock (Guard)
        {
            if (_places.IsEmpty)
            {
                AssemblyLoadContext.Default.ResolvingUnmanagedDll += (_, name) => Resolve(name);
            }

            _places = [.. _places.Union(places, StringComparer.Ordinal)];
        }
    }

    private static nint Resolve(string name)
    {
        if (!name.Contains("onnxruntime", StringComparison.OrdinalIgnoreCase))
        {
            return nint.Zero;
        }

        foreach (var file in _places.SelectMany(place => FileNames.Select(file => Path.Combine(place, file)).Prepend(place)).Where(File.Exists))
        {
            if (NativeLibrary.TryLoad(file, out var library))
            {
                return library;
            }
        }

        return nint.Zero;
    }
}
