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

/** Everything without a mouse. */
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

  private static BrowserFixture stage;

  private BrowserPage visit;

  @BeforeAll
  static void start() {
    stage = BrowserFixture.withoutProvider();
    try (BrowserPage visit = stage.open("", BrowserAppearance.LIGHT)) {
      for (String id : new String[] {"first", "second", "third"}) {
        BrowserFixture.send(visit, "ORDER_CREATED", id);
      }
    }
  }

  @AfterAll
  static void stop() {
    stage.close();
  }

  @BeforeEach
  void open() {
    visit = stage.open("", BrowserAppearance.LIGHT);
    assertThat(visit.find("#list .row")).hasCount(3);
  }

  @AfterEach
  void leave() {
    visit.close();
  }

  @Test
  void skipLink_isTheFirstStop_andLeadsToTheList() {
    visit.press("Tab");
    assertThat(visit.find("#skip")).isFocused();
    assertThat(visit.find("#skip")).isInViewport();

    visit.press("Enter");

    assertThat(visit.find("#list")).isFocused();
  }

  @Test
  void slash_leadsToTheSearch_thenToTheListAndTheStory_andEscapeBackAgain() {
    visit.press("/");
    assertThat(visit.find("#search")).isFocused();
    visit.page().keyboard().type("second");
    assertThat(visit.find("#list .row")).hasCount(1);
    visit.press("Enter");
    assertThat(visit.find("#list")).isFocused();
    assertThat(visit.find("#detail-title")).hasText("order/second");

    visit.press("Enter");
    assertThat(visit.find("#detail")).isFocused();
    visit.press("Escape");
    assertThat(visit.find("#list")).isFocused();
    visit.press("Escape");
    assertThat(visit.find(".welcome")).isVisible();
    visit.press("/", "Escape");
    assertThat(visit.find("#search")).hasValue("");
    assertThat(visit.find("#list .row")).hasCount(3);
  }

  @Test
  void arrows_walkTheList_andTheListTellsWhereItIs() {
    visit.find("#list").focus();
    visit.press("ArrowDown");
    assertThat(chosen()).containsText("third");
    visit.press("ArrowDown", "ArrowDown");
    assertThat(chosen()).containsText("first");
    visit.press("ArrowUp");
    assertThat(chosen()).containsText("second");
    visit.press("End");
    assertThat(chosen()).containsText("first");
    visit.press("Home");
    assertThat(chosen()).containsText("third");

    assertThat(visit.find("#detail-title")).hasText("order/third");
    assertThat(visit.find("#list"))
        .hasAttribute("aria-activedescendant", String.valueOf(chosen().getAttribute("id")));
  }

  @Test
  void everyStop_isSeen() {
    visit.find("#list").focus();
    visit.press("ArrowDown");
    assertThat(visit.find(".timeline .entry")).hasCount(1);
    visit.find("#skip").focus();

    Set<String> stops = new LinkedHashSet<>();
    for (String stop = focused(); !stop.startsWith("BODY") && stops.add(stop); stop = focused()) {
      visit.press("Tab");
    }

    assertThat(stops).hasSizeGreaterThan(15).allMatch(stop -> stop.endsWith(" seen"));
    assertThat(stops).anyMatch(stop -> stop.contains("Copy")).contains("DIV list seen");
  }

  private String focused() {
    return String.valueOf(visit.page().evaluate(FOCUSED));
  }

  private Locator chosen() {
    return visit.find("#list .row[aria-selected='true']");
  }
}
