package dev.rampline.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** The system's Chromium, headless. */
public final class Chromium implements AutoCloseable {
  /** A long timeout has no cost unless a test fails. */
  private static final double TIMEOUT_MILLIS = 15_000;

  private static final Path EXECUTABLE = Path.of("/usr/bin/chromium");

  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright = Playwright.create();
  private final Browser browser;

  public Chromium() {
    PlaywrightAssertions.setDefaultAssertionTimeout(TIMEOUT_MILLIS);
    this.browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(EXECUTABLE).setArgs(FLAGS));
  }

  /** Opens a page with reduced motion. */
  public BrowserPage open(URI address, BrowserAppearance appearance) {
    return open(address, appearance, ReducedMotion.REDUCE);
  }

  /** Opens a page. */
  public BrowserPage open(URI address, BrowserAppearance appearance, ReducedMotion motion) {
    return new BrowserPage(browser.newContext(appearance.options(motion)), address);
  }

  @Override
  public void close() {
    playwright.close();
  }
}
