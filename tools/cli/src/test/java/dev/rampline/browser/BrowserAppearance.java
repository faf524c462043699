package dev.rampline.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;

/**
 * The window and color scheme of a page.
 *
 * @param width in pixels
 * @param height in pixels
 * @param colors that the system prefers
 */
public record BrowserAppearance(int width, int height, ColorScheme colors) {
  public static final BrowserAppearance LIGHT = new BrowserAppearance(1440, 900, ColorScheme.LIGHT);
  public static final BrowserAppearance DARK = new BrowserAppearance(1440, 900, ColorScheme.DARK);
  public static final BrowserAppearance PHONE = new BrowserAppearance(360, 740, ColorScheme.LIGHT);

  Browser.NewContextOptions options(ReducedMotion motion) {
    return new Browser.NewContextOptions()
        .setViewportSize(width, height)
        .setColorScheme(colors)
        .setReducedMotion(motion)
        .setLocale("en-GB")
        .setTimezoneId("UTC");
  }
}
