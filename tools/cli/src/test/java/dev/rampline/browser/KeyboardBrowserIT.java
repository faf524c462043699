package dev.rampline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests that the page is usable without a mouse. */
class KeyboardBrowserIT {
  private static final String FOCUSED =
      """
      () => {
        const node = document.activeElement;
        const box = node.getBoundingClientRect();
        const style = getComputedStyle(node);
        const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
        const inSight = box.width > 0 && box.bottom > 0 && box.top < innerHeight;
        const name = node.id || node.ariaLabel || node.textContent.trim().slice(0, 40);
        return `${node.tagName} ${name} ${outlined && inSight ? "seen" : "unseen"}`;
      }
      """;

  private static BrowserFixture fixture;

  private BrowserPage page;

  @BeforeAll
  static void start() {
    fixture = BrowserFixture.withoutProvider();
    try (BrowserPage page = fixture.open("", BrowserAppearance.LIGHT)) {
      for (String id : new String[] {"first", "second", "third"}) {
        BrowserFixture.send(page, "ORDER_CREATED", id);
      }
    }
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  @BeforeEach
  void openPage() {
    page = fixture.open("", BrowserAppearance.LIGHT);
    assertThat(page.find("#list .row")).hasCount(3);
  }

  @AfterEach
  void closePage() {
    page.close();
  }

  @Test
  void skipLink_isTheFirstStop_andLeadsToTheList() {
    page.press("Tab");
    assertThat(page.find("#skip")).isFocused();
    assertThat(page.find("#skip")).isInViewport();

    page.press("Enter");

    assertThat(page.find("#list")).isFocused();
  }

  @Test
  void slash_leadsToTheSearch_thenToListAndTimeline_andEscapeBack() {
    page.press("/");
    assertThat(page.find("#search")).isFocused();
    page.page().keyboard().type("second");
    assertThat(page.find("#list .row")).hasCount(1);
    page.press("Enter");
    assertThat(page.find("#list")).isFocused();
    assertThat(page.find("#detail-title")).hasText("order/second");

    page.press("Enter");
    assertThat(page.find("#detail")).isFocused();
    page.press("Escape");
    assertThat(page.find("#list")).isFocused();
    page.press("Escape");
    assertThat(page.find(".welcome")).isVisible();
    page.press("/", "Escape");
    assertThat(page.find("#search")).hasValue("");
    assertThat(page.find("#list .row")).hasCount(3);
  }

  @Test
  void arrows_moveInTheList_andTheSelectionIsAnnounced() {
    page.find("#list").focus();
    page.press("ArrowDown");
    assertThat(chosen()).containsText("third");
    page.press("ArrowDown", "ArrowDown");
    assertThat(chosen()).containsText("first");
    page.press("ArrowUp");
    assertThat(chosen()).containsText("second");
    page.press("End");
    assertThat(chosen()).containsText("first");
    page.press("Home");
    assertThat(chosen()).containsText("third");

    assertThat(page.find("#detail-title")).hasText("order/third");
    assertThat(page.find("#list"))
        .hasAttribute("aria-activedescendant", String.valueOf(chosen().getAttribute("id")));
  }

  @Test
  void everyStop_isVisible() {
    page.find("#list").focus();
    page.press("ArrowDown");
    assertThat(page.find(".timeline .entry")).hasCount(1);
    page.find("#skip").focus();

    Set<String> stops = new LinkedHashSet<>();
    for (String stop = focused(); !stop.startsWith("BODY") && stops.add(stop); stop = focused()) {
      page.press("Tab");
    }

    assertThat(stops).hasSizeGreaterThan(15).allMatch(stop -> stop.endsWith(" seen"));
    assertThat(stops).anyMatch(stop -> stop.contains("Copy")).contains("DIV list seen");
  }

  private String focused() {
    return String.valueOf(page.page().evaluate(FOCUSED));
  }

  private Locator chosen() {
    return page.find("#list .row[aria-selected='true']");
  }
}
