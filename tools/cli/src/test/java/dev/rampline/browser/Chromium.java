package dev.rampline.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** The system's Chromium, without a window. */
public final class Chromium implements AutoCloseable {
  /** Where nothing is awaited in vain, it costs nothing. */
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

  /** Opens a page for somebody who wants nothing to move. */
  public BrowserPage open(URI address, BrowserAppearance look) {
    return open(address, look, ReducedMotion.REDUCE);
  }

  /** Opens a page. */
  public BrowserPage open(URI address, BrowserAppearance look, ReducedMotion motion) {
    return new BrowserPage(browser.newContext(look.options(motion)), address);
  }

  @Override
  public void close() {
    playwright.close();
  }
}
