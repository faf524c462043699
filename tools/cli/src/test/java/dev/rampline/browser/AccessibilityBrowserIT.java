package dev.rampline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What axe-core finds, wherever one may be on the page and however one looks at it. */
class AccessibilityBrowserIT {
  private static BrowserFixture empty;
  private static BrowserFixture stage;

  static List<BrowserAppearance> looks() {
    return List.of(BrowserAppearance.LIGHT, BrowserAppearance.DARK, BrowserAppearance.PHONE);
  }

  @BeforeAll
  static void start() {
    empty = BrowserFixture.withoutProvider();
    stage = BrowserFixture.withoutProvider();
    try (BrowserPage visit = stage.open("", BrowserAppearance.LIGHT)) {
      BrowserFixture.send(visit, "duplicate", "bought");
      BrowserFixture.send(visit, "out-of-order", "hurried");
      BrowserFixture.send(visit, "KYC_REJECTED", "somebody");
      BrowserFixture.send(visit, "forged", "unharmed");
      BrowserFixture.send(visit, "conflict", "quarrel");
      assertThat(visit.find(".banner.is-problem")).isVisible();
    }
  }

  @AfterAll
  static void stop() {
    empty.close();
    stage.close();
  }

  @ParameterizedTest
  @MethodSource("looks")
  void emptyPage(BrowserAppearance look) {
    try (BrowserPage visit = empty.open("", look)) {
      assertThat(visit.find("#subjects-none")).hasText("No orders or customers yet.");
      check(visit);
    }
  }

  @ParameterizedTest
  @MethodSource("looks")
  void subjects(BrowserAppearance look) {
    try (BrowserPage visit = stage.open("", look)) {
      assertThat(visit.find("#list .row").nth(4)).isVisible();
      check(visit);
    }
  }

  @ParameterizedTest
  @MethodSource("looks")
  void conflictThatIsOpen_withItsDetails(BrowserAppearance look) {
    try (BrowserPage visit = quarrel(look)) {
      check(visit);
      visit.find(".entry-details summary").first().click();
      visit.find(".entry-details summary").last().click();
      visit.find("details.raw summary").click();
      assertThat(visit.find("details.raw pre")).isVisible();
      check(visit);
    }
  }

  @ParameterizedTest
  @MethodSource("looks")
  void sendMenu_withItsOutcome(BrowserAppearance look) {
    try (BrowserPage visit = stage.open("", look)) {
      BrowserFixture.send(visit, "PONG");
      assertThat(visit.find("#toast")).isHidden();
      check(visit);
    }
  }

  @ParameterizedTest
  @MethodSource("looks")
  void wordsAndChannels(BrowserAppearance look) {
    try (BrowserPage visit = stage.open("", look)) {
      if (look.equals(BrowserAppearance.PHONE)) {
        visit.find("[data-pane-of=channels]").click();
        assertThat(visit.find("#channels")).isVisible();
        check(visit);
        visit.find("[data-pane-of=events]").click();
      }
      visit.find("#legend-open").click();
      assertThat(visit.find("#legend")).isVisible();
      check(visit);
    }
  }

  @Test
  void nothingMoves_forWhoWantsItSo() {
    assertThat(arrival(ReducedMotion.NO_PREFERENCE, "moved")).isEqualTo("arrive");
    assertThat(arrival(ReducedMotion.REDUCE, "still")).isEqualTo("none");
  }

  /** What an entry that is new on the time line is animated with. */
  private static Object arrival(ReducedMotion motion, String id) {
    try (BrowserPage visit =
        stage.chromium().open(stage.address(""), BrowserAppearance.LIGHT, motion)) {
      BrowserFixture.send(visit, "ORDER_CREATED", id);
      assertThat(visit.find(".timeline .entry")).hasCount(1);
      BrowserFixture.send(visit, "ORDER_COMPLETED", id);
      assertThat(visit.find(".entry.is-new")).hasCount(1);
      return visit
          .find(".entry.is-new")
          .evaluate("(entry) => getComputedStyle(entry).animationName");
    }
  }

  private static BrowserPage quarrel(BrowserAppearance look) {
    BrowserPage visit = stage.open("#/order/quarrel", look);
    assertThat(visit.find(".banner.is-problem")).isVisible();
    return visit;
  }

  private static void check(BrowserPage visit) {
    assertThat(AccessibilityChecks.violations(visit)).isEmpty();
    assertThat(LayoutChecks.overflowingElements(visit)).isEqualTo(List.of());
  }
}
