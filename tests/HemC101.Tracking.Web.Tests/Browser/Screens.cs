using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace HemC101.Tracking.Web.Tests.Browser;

/// <summary>Pictures of the pages as people see them, in <c>tests/screenshots</c>. UPDATE_SCREENSHOTS=1 takes them anew.</summary>
internal static class Screens
{
    private static readonly (string Name, int Width, int Height)[] Sizes = [("phone", 390, 844), ("tablet", 820, 1180), ("desktop", 1366, 768)];

    public static async Task ShootAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("UPDATE_SCREENSHOTS") != "1")
        {
            return;
        }

        var before = page.ViewportSize!;
        foreach (var (size, width, height) in Sizes)
        {
            await page.SetViewportSizeAsync(width, height);
            await page.EvaluateAsync("scrollTo(0, 0)");
            await page.ScreenshotAsync(new()
            {
                Path = Path.Combine(Folder(), $"{name}-{size}.png"),
                Animations = ScreenshotAnimations.Disabled,
                Caret = ScreenshotCaret.Hide,
            });
        }

        await page.SetViewportSizeAsync(before.Width, before.Height);
    }

    private static string Folder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "screenshots"));
}
