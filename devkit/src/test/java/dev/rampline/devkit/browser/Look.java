package dev.rampline.devkit.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;

/**
 * How somebody looks at a page.
 *
 * @param width in pixels
 * @param height in pixels
 * @param colours that the system prefers
 */
public record Look(int width, int height, ColorScheme colours) {
  public static final Look LIGHT = new Look(1440, 900, ColorScheme.LIGHT);
  public static final Look DARK = new Look(1440, 900, ColorScheme.DARK);
  public static final Look PHONE = new Look(360, 740, ColorScheme.LIGHT);

  Browser.NewContextOptions options(ReducedMotion motion) {
    return new Browser.NewContextOptions()
        .setViewportSize(width, height)
        .setColorScheme(colours)
        .setReducedMotion(motion)
        .setLocale("en-GB")
        .setTimezoneId("UTC");
  }
}
