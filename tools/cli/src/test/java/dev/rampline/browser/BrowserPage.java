package dev.rampline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An open page that records problems. */
public final class BrowserPage implements AutoCloseable {
  /** Records calls by injected scripts, and violations of the content security policy. */
  private static final String ERROR_REPORTER =
      """
      window.executed = (what) => console.error("executed", what);
      document.addEventListener("securitypolicyviolation",
          (event) => console.error("policy broken", event.violatedDirective, event.blockedURI));
      """;

  private final BrowserContext context;
  private final Page page;
  private final List<String> problems = new CopyOnWriteArrayList<>();

  BrowserPage(BrowserContext context, URI address) {
    this.context = context;
    context.addInitScript(ERROR_REPORTER);
    this.page = context.newPage();
    page.onDialog(
        dialog -> {
          problems.add("dialog " + dialog.message());
          dialog.dismiss();
        });
    page.onPageError(error -> problems.add("error " + error));
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") && !isAnswer(message.text())) {
            problems.add("console " + message.text());
          }
        });
    page.onRequest(
        request -> {
          if (!URI.create(request.url()).getHost().equals(address.getHost())) {
            problems.add("request " + request.url());
          }
        });
    page.navigate(address.toString());
  }

  /** The browser logs every 4xx response; tests check how the page handles it. */
  private static boolean isAnswer(String text) {
    return text.startsWith("Failed to load resource: the server responded with a status of 40");
  }

  public Page page() {
    return page;
  }

  public Locator find(String selector) {
    return page.locator(selector);
  }

  /** Returns the current text of a selector's first element. */
  public String text(String selector) {
    return String.valueOf(page.locator(selector).first().textContent());
  }

  public void press(String... keys) {
    List.of(keys).forEach(page.keyboard()::press);
  }

  /** Allows the page to use the clipboard, as after a click. */
  public void allowClipboard() {
    context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
  }

  public String clipboard() {
    return (String) page.evaluate("() => navigator.clipboard.readText()");
  }

  /** Returns the problems so far: dialogs, errors, policy violations, requests to other hosts. */
  public List<String> problems() {
    return problems;
  }

  @Override
  public void close() {
    // A call lets Playwright deliver pending events.
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => done()))");
    context.close();
    assertThat(problems).as("what a page must never do").isEmpty();
  }
}
