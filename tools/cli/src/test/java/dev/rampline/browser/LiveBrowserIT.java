package dev.rampline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.rampline.resources.QueuePlan;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the page tells while things happen, and that nobody else misses anything for it. */
class LiveBrowserIT {
  private static BrowserFixture stage;

  private BrowserPage visit;

  @BeforeAll
  static void start() {
    stage = BrowserFixture.start();
  }

  @AfterAll
  static void stop() {
    stage.close();
  }

  @BeforeEach
  void open() {
    visit = stage.open("", BrowserAppearance.LIGHT);
    visit.page().evaluate("() => { window.loadedOnce = true; }");
  }

  @AfterEach
  void leave() {
    visit.close();
  }

  @Test
  void everyTransition_appearsAsItHappens_andThePageIsNeverLoadedAgain() {
    BrowserFixture.send(visit, "buy-bank-transfer", "lives");

    assertThat(states())
        .hasText(
            new String[] {
              "awaiting-payment", "payment-claimed", "processing", "delivering", "completed"
            });
    assertThat(row("lives").locator(".state")).hasText("completed");
    assertThat(visit.page().evaluate("() => window.loadedOnce")).isEqualTo(true);
  }

  @ParameterizedTest
  @CsvSource({
    "duplicate,duplicate,webhook",
    "out-of-order,stale,webhook",
    "unverified-only,unverified,socket",
    "conflict,conflict,webhook",
  })
  void word_isToldForWhatItIs_andWhoTold(String mishap, String decision, String channel) {
    String id = "told-" + mishap.length();
    BrowserFixture.send(visit, mishap, id);

    Locator word = visit.find("#events .event").filter(having(decision)).filter(having(id)).first();
    assertThat(word.locator(".channel")).hasText(channel);
    Locator entry = visit.find(".timeline .entry").filter(having(decision)).first();
    assertThat(entry.locator(".channel").first()).hasText(channel);
  }

  @Test
  void forgery_isToldAsRefused_andWhy_andHasNoSubject() {
    BrowserFixture.send(visit, "forged", "unharmed");

    Locator word = visit.find("#events .event").filter(having("rejected")).first();
    assertThat(word.locator(".event-subject")).hasText("rejected");
    assertThat(word.locator(".event-description")).hasText(Pattern.compile("^[a-z ]+\\. Rejected"));
    assertThat(visit.find("#channels")).containsText("rejected");
    assertThat(states()).hasText(new String[] {"awaiting-payment"});
  }

  @Test
  void firstTeller_isNamedAtEachTransition() {
    BrowserFixture.send(visit, "missed-webhook", "found");

    Locator last = visit.find(".timeline .entry").last();
    assertThat(last.locator(".state").first()).hasText("completed");
    assertThat(last.locator(".entry-reported")).containsText("first reported by api");
    assertThat(last.locator(".proof")).hasText("fetched");
  }

  @Test
  void message_isShownToTheLetter_andStaysInTheQueue() {
    stage.empty();
    BrowserFixture.send(visit, "ORDER_COMPLETED", "letter");
    visit.find(".entry-details summary").first().click();
    assertThat(visit.find(".delivery")).hasText("sent directly");
    int before = stage.visible(QueuePlan.EVENTS);

    String shown = visit.text(".entry-details pre");
    visit.page().reload();
    assertThat(visit.find(".timeline .entry")).hasCount(1);

    assertThat(stage.visible(QueuePlan.EVENTS)).isEqualTo(before).isEqualTo(1);
    assertThat(stage.drain(QueuePlan.EVENTS)).isEqualTo(List.of(shown));
  }

  private Locator states() {
    return visit.find(".timeline .of-state-changed .entry-head .state");
  }

  private Locator row(String id) {
    return visit.find("#list .row").filter(having(id));
  }

  private static Locator.FilterOptions having(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
