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

/** Checks every view of the page with axe-core, in all appearances. */
class AccessibilityBrowserIT {
  private static BrowserFixture empty;
  private static BrowserFixture fixture;

  static List<BrowserAppearance> appearances() {
    return List.of(BrowserAppearance.LIGHT, BrowserAppearance.DARK, BrowserAppearance.PHONE);
  }

  @BeforeAll
  static void start() {
    empty = BrowserFixture.withoutProvider();
    fixture = BrowserFixture.withoutProvider();
    try (BrowserPage page = fixture.open("", BrowserAppearance.LIGHT)) {
      BrowserFixture.send(page, "duplicate", "bought");
      BrowserFixture.send(page, "out-of-order", "hurried");
      BrowserFixture.send(page, "KYC_REJECTED", "customer-1");
      BrowserFixture.send(page, "forged", "unaffected");
      BrowserFixture.send(page, "conflict", "contested");
      assertThat(page.find(".banner.is-problem")).isVisible();
    }
  }

  @AfterAll
  static void stop() {
    empty.close();
    fixture.close();
  }

  @ParameterizedTest
  @MethodSource("appearances")
  void emptyPage(BrowserAppearance appearance) {
    try (BrowserPage page = empty.open("", appearance)) {
      assertThat(page.find("#subjects-none")).hasText("No orders or customers yet.");
      check(page);
    }
  }

  @ParameterizedTest
  @MethodSource("appearances")
  void subjects(BrowserAppearance appearance) {
    try (BrowserPage page = fixture.open("", appearance)) {
      assertThat(page.find("#list .row").nth(4)).isVisible();
      check(page);
    }
  }

  @ParameterizedTest
  @MethodSource("appearances")
  void openConflict_withDetails(BrowserAppearance appearance) {
    try (BrowserPage page = contested(appearance)) {
      check(page);
      page.find(".entry-details summary").first().click();
      page.find(".entry-details summary").last().click();
      page.find("details.raw summary").click();
      assertThat(page.find("details.raw pre")).isVisible();
      check(page);
    }
  }

  @ParameterizedTest
  @MethodSource("appearances")
  void sendMenu_withResult(BrowserAppearance appearance) {
    try (BrowserPage page = fixture.open("", appearance)) {
      BrowserFixture.send(page, "PONG");
      assertThat(page.find("#toast")).isHidden();
      check(page);
    }
  }

  @ParameterizedTest
  @MethodSource("appearances")
  void legendAndChannels(BrowserAppearance appearance) {
    try (BrowserPage page = fixture.open("", appearance)) {
      if (appearance.equals(BrowserAppearance.PHONE)) {
        page.find("[data-pane-of=channels]").click();
        assertThat(page.find("#channels")).isVisible();
        check(page);
        page.find("[data-pane-of=events]").click();
      }
      page.find("#legend-open").click();
      assertThat(page.find("#legend")).isVisible();
      check(page);
    }
  }

  @Test
  void reducedMotion_disablesAnimations() {
    assertThat(animation(ReducedMotion.NO_PREFERENCE, "moved")).isEqualTo("arrive");
    assertThat(animation(ReducedMotion.REDUCE, "unmoved")).isEqualTo("none");
  }

  /** Returns the animation of a new timeline entry. */
  private static Object animation(ReducedMotion motion, String id) {
    try (BrowserPage page =
        fixture.chromium().open(fixture.address(""), BrowserAppearance.LIGHT, motion)) {
      BrowserFixture.send(page, "ORDER_CREATED", id);
      assertThat(page.find(".timeline .entry")).hasCount(1);
      BrowserFixture.send(page, "ORDER_COMPLETED", id);
      assertThat(page.find(".entry.is-new")).hasCount(1);
      return page.find(".entry.is-new")
          .evaluate("(entry) => getComputedStyle(entry).animationName");
    }
  }

  private static BrowserPage contested(BrowserAppearance appearance) {
    BrowserPage page = fixture.open("#/order/contested", appearance);
    assertThat(page.find(".banner.is-problem")).isVisible();
    return page;
  }

  private static void check(BrowserPage page) {
    assertThat(AccessibilityChecks.violations(page)).isEmpty();
    assertThat(LayoutChecks.overflowingElements(page)).isEqualTo(List.of());
  }
}
