namespace HemC101.Tracking.Labels.Barcodes.Linear;

/// <summary>ISO/IEC 15417: values, check value, stop, drawn as modules.</summary>
internal static class Code128
{
    private const int Stop = 106;

    // Widths of bar, space, bar, space, bar, space by value (table 1); the stop has a seventh, the last bar.
    private static readonly string[] Widths =
    [
        "212222", "222122", "222221", "121223", "121322", "131222", "122213", "122312", "132212", "221213",
        "221312", "231212", "112232", "122132", "122231", "113222", "123122", "123221", "223211", "221132",
        "221231", "213212", "223112", "312131", "311222", "321122", "321221", "312212", "322112", "322211",
        "212123", "212321", "232121", "111323", "131123", "131321", "112313", "132113", "132311", "211313",
        "231113", "231311", "112133", "112331", "132131", "113123", "113321", "133121", "313121", "211331",
        "231131", "213113", "213311", "213131", "311123", "311321", "331121", "312113", "312311", "332111",
        "314111", "221411", "431111", "111224", "111422", "121124", "121421", "141122", "141221", "112214",
        "112412", "122114", "122411", "142112", "142211", "241211", "221114", "413111", "241112", "134111",
        "111242", "121142", "121241", "114212", "124112", "124211", "411212", "421112", "421211", "212141",
        "214121", "412121", "111143", "111341", "131141", "114113", "114311", "411113", "411311", "113141",
        "114131", "311141", "411131", "211412", "211214", "211232", "2331112",
    ];

    public static BarcodeModules Encode(Message message)
    {
        var values = Values(message);
        var modules = new BarcodeModules((11 * values.Count) + 2, 1);
        var x = 0;
        foreach (var widths in values.Select(value => Widths[value]))
        {
            for (var i = 0; i < widths.Length; i++)
            {
                for (var end = x + (widths[i] - '0'); x < end; x++)
                {
                    modules[x, 0] = i % 2 == 0;
                }
            }
        }

        return modules;
    }

    /// <summary>All symbol characters from the start to the stop, the check character between.</summary>
    internal static IReadOnlyList<int> Values(Message message)
    {
        var values = Code128Subsets.Values(message);
        var check = values[0];
        for (var i = 1; i < values.Count; i++)
        {
            check = (check + (i * values[i])) % 103;
        }

        return [.. values, check, Stop];
    }
}
