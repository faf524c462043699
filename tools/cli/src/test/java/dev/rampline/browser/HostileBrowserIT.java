package dev.rampline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Text of genuine events is untrusted, too: it is shown and never executed. */
class HostileBrowserIT {
  private static final List<String> TAGS =
      List.of("script:not([src])", "iframe", "#list img", "#events img", "#detail img", "[onload]");

  private static BrowserFixture fixture;
  private static List<String> subjects = List.of();

  @BeforeAll
  static void start() throws Exception {
    fixture = BrowserFixture.withoutProvider();
    List<Integer> answers = new ArrayList<>();
    for (String payload : HostileTexts.payloads().toList()) {
      answers.add(fixture.post(payload));
    }
    assertThat(answers).containsOnly(200);
    try (InspectorClient client = new InspectorClient(fixture.address(""), "")) {
      await().until(() -> client.subjects.size() == HostileTexts.TEXTS.size() * 3);
      subjects = List.copyOf(client.subjects.keySet());
    }
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  static List<BrowserAppearance> appearances() {
    return List.of(BrowserAppearance.LIGHT, BrowserAppearance.PHONE);
  }

  @ParameterizedTest
  @MethodSource("appearances")
  void hostileText_isShown_andNotExecuted(BrowserAppearance appearance) {
    try (BrowserPage page = fixture.open("", appearance)) {
      assertThat(page.find("#list .row").first()).isVisible();
      check(page, "list");
      for (String pane : List.of("events", "channels")) {
        show(page, pane);
        check(page, pane);
      }
      subjects.forEach(subject -> openSubject(page, subject));
    }
  }

  @ParameterizedTest
  @MethodSource("appearances")
  void hostileText_canBeSearchedAndSent(BrowserAppearance appearance) {
    try (BrowserPage page = fixture.open("", appearance)) {
      for (String text : HostileTexts.TEXTS) {
        page.find("#search").fill(text);
        check(page, text);
      }
      page.find("#search").fill("");
      for (String text : HostileTexts.TEXTS) {
        BrowserFixture.send(page, "ORDER_CREATED", text);
        check(page, text);
      }
    }
  }

  private static void show(BrowserPage page, String pane) {
    Locator tab = page.find("[data-pane-of=%s]".formatted(pane));
    if (tab.isVisible()) {
      tab.click();
    }
  }

  private static void openSubject(BrowserPage page, String subject) {
    page.page()
        .evaluate(
            "(at) => { location.hash = '#/' + at.split('/').map(encodeURIComponent).join('/'); }",
            subject);
    assertThat(page.find("#detail-title")).hasText(subject);
    assertThat(page.find(".timeline .entry").first()).isVisible();
    page.page()
        .evaluate("() => document.querySelectorAll('details').forEach((it) => it.open = true)");
    assertThat(page.find(".entry-details pre").first()).isVisible();
    check(page, subject);
  }

  private static void check(BrowserPage page, String where) {
    assertThat(LayoutChecks.overflowingElements(page)).as(where).isEqualTo(List.of());
    assertThat(page.find(String.join(",", TAGS))).hasCount(0);
    assertThat(page.problems()).as(where).isEmpty();
  }
}
