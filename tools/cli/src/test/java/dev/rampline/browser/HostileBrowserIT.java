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

/** What genuine events say is a stranger's text all the same. */
class HostileBrowserIT {
  private static final List<String> TAGS =
      List.of("script:not([src])", "iframe", "#list img", "#events img", "#detail img", "[onload]");

  private static BrowserFixture stage;
  private static List<String> subjects = List.of();

  @BeforeAll
  static void start() throws Exception {
    stage = BrowserFixture.withoutProvider();
    List<Integer> answers = new ArrayList<>();
    for (String payload : HostileTexts.payloads().toList()) {
      answers.add(stage.post(payload));
    }
    assertThat(answers).containsOnly(200);
    try (InspectorClient onlooker = new InspectorClient(stage.address(""), "")) {
      await().until(() -> onlooker.subjects.size() == HostileTexts.TEXTS.size() * 3);
      subjects = List.copyOf(onlooker.subjects.keySet());
    }
  }

  @AfterAll
  static void stop() {
    stage.close();
  }

  static List<BrowserAppearance> looks() {
    return List.of(BrowserAppearance.LIGHT, BrowserAppearance.PHONE);
  }

  @ParameterizedTest
  @MethodSource("looks")
  void hostileText_isShown_andNeitherRunsNorBreaksAnything(BrowserAppearance look) {
    try (BrowserPage visit = stage.open("", look)) {
      assertThat(visit.find("#list .row").first()).isVisible();
      check(visit, "list");
      for (String pane : List.of("events", "channels")) {
        show(visit, pane);
        check(visit, pane);
      }
      subjects.forEach(subject -> lookAt(visit, subject));
    }
  }

  @ParameterizedTest
  @MethodSource("looks")
  void hostileText_isSearchedFor_andSent(BrowserAppearance look) {
    try (BrowserPage visit = stage.open("", look)) {
      for (String text : HostileTexts.TEXTS) {
        visit.find("#search").fill(text);
        check(visit, text);
      }
      visit.find("#search").fill("");
      for (String text : HostileTexts.TEXTS) {
        BrowserFixture.send(visit, "ORDER_CREATED", text);
        check(visit, text);
      }
    }
  }

  private static void show(BrowserPage visit, String pane) {
    Locator tab = visit.find("[data-pane-of=%s]".formatted(pane));
    if (tab.isVisible()) {
      tab.click();
    }
  }

  private static void lookAt(BrowserPage visit, String subject) {
    visit
        .page()
        .evaluate(
            "(at) => { location.hash = '#/' + at.split('/').map(encodeURIComponent).join('/'); }",
            subject);
    assertThat(visit.find("#detail-title")).hasText(subject);
    assertThat(visit.find(".timeline .entry").first()).isVisible();
    visit
        .page()
        .evaluate("() => document.querySelectorAll('details').forEach((it) => it.open = true)");
    assertThat(visit.find(".entry-details pre").first()).isVisible();
    check(visit, subject);
  }

  private static void check(BrowserPage visit, String where) {
    assertThat(LayoutChecks.overflowingElements(visit)).as(where).isEqualTo(List.of());
    assertThat(visit.find(String.join(",", TAGS))).hasCount(0);
    assertThat(visit.problems()).as(where).isEmpty();
  }
}
