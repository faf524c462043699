package dev.rampline.devkit.command;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ReducedMotion;
import dev.rampline.devkit.browser.Accessibility;
import dev.rampline.devkit.browser.Layout;
import dev.rampline.devkit.browser.Look;
import dev.rampline.devkit.browser.Visit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What axe-core finds, wherever one may be on the page and however one looks at it. */
class AccessibilityBrowserIT {
  private static PageStage empty;
  private static PageStage stage;

  static List<Look> looks() {
    return List.of(Look.LIGHT, Look.DARK, Look.PHONE);
  }

  @BeforeAll
  static void start() {
    empty = PageStage.withoutProvider();
    stage = PageStage.withoutProvider();
    try (Visit visit = stage.open("", Look.LIGHT)) {
      PageStage.send(visit, "twice", "bought");
      PageStage.send(visit, "late", "hurried");
      PageStage.send(visit, "KYC_REJECTED", "somebody");
      PageStage.send(visit, "forged", "unharmed");
      PageStage.send(visit, "contradiction", "quarrel");
      assertThat(visit.find(".banner.is-alarm")).isVisible();
    }
  }

  @AfterAll
  static void stop() {
    empty.close();
    stage.close();
  }

  @ParameterizedTest
  @MethodSource("looks")
  void emptyPage(Look look) {
    try (Visit visit = empty.open("", look)) {
      assertThat(visit.find("#subjects-none")).hasText("No order and no customer yet.");
      check(visit);
    }
  }

  @ParameterizedTest
  @MethodSource("looks")
  void subjects(Look look) {
    try (Visit visit = stage.open("", look)) {
      assertThat(visit.find("#list .row").nth(4)).isVisible();
      check(visit);
    }
  }

  @ParameterizedTest
  @MethodSource("looks")
  void conflictThatIsOpen_withItsDetails(Look look) {
    try (Visit visit = quarrel(look)) {
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
  void sendMenu_withItsOutcome(Look look) {
    try (Visit visit = stage.open("", look)) {
      PageStage.send(visit, "PONG");
      assertThat(visit.find("#toast")).isHidden();
      check(visit);
    }
  }

  @ParameterizedTest
  @MethodSource("looks")
  void wordsAndChannels(Look look) {
    try (Visit visit = stage.open("", look)) {
      if (look.equals(Look.PHONE)) {
        visit.find("[data-pane-of=channels]").click();
        assertThat(visit.find("#channels")).isVisible();
        check(visit);
        visit.find("[data-pane-of=words]").click();
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
    try (Visit visit = stage.chromium().open(stage.address(""), Look.LIGHT, motion)) {
      PageStage.send(visit, "ORDER_CREATED", id);
      assertThat(visit.find(".timeline .entry")).hasCount(1);
      PageStage.send(visit, "ORDER_COMPLETED", id);
      assertThat(visit.find(".entry.is-new")).hasCount(1);
      return visit
          .find(".entry.is-new")
          .evaluate("(entry) => getComputedStyle(entry).animationName");
    }
  }

  private static Visit quarrel(Look look) {
    Visit visit = stage.open("#/order/quarrel", look);
    assertThat(visit.find(".banner.is-alarm")).isVisible();
    return visit;
  }

  private static void check(Visit visit) {
    assertThat(Accessibility.violations(visit)).isEmpty();
    assertThat(Layout.stickingOut(visit)).isEqualTo(List.of());
  }
}
