package dev.rampline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A page that somebody has opened, and everything on it that must never happen. */
public final class BrowserPage implements AutoCloseable {
  /** What a stranger's text would call, and what the browser tells of a policy that is broken. */
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

  /** The browser tells of every answer in the 400s; what the page makes of it is the tests'. */
  private static boolean isAnswer(String text) {
    return text.startsWith("Failed to load resource: the server responded with a status of 40");
  }

  public Page page() {
    return page;
  }

  public Locator find(String selector) {
    return page.locator(selector);
  }

  /** That text of a selector's elements which stands there at this moment. */
  public String text(String selector) {
    return String.valueOf(page.locator(selector).first().textContent());
  }

  public void press(String... keys) {
    List.of(keys).forEach(page.keyboard()::press);
  }

  /** Lets the page read and write the clipboard, as somebody who clicks may. */
  public void allowClipboard() {
    context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
  }

  public String clipboard() {
    return (String) page.evaluate("() => navigator.clipboard.readText()");
  }

  /** What went wrong so far: dialogs, errors, broken policies, requests to elsewhere. */
  public List<String> problems() {
    return problems;
  }

  @Override
  public void close() {
    // Events are handed over while something is asked.
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => done()))");
    context.close();
    assertThat(problems).as("what a page must never do").isEmpty();
  }
}
