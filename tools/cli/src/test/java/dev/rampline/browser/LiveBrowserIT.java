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

/** Tests that the page shows events live and takes no message from the queue. */
class LiveBrowserIT {
  private static BrowserFixture fixture;

  private BrowserPage page;

  @BeforeAll
  static void start() {
    fixture = BrowserFixture.start();
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  @BeforeEach
  void openPage() {
    page = fixture.open("", BrowserAppearance.LIGHT);
    page.page().evaluate("() => { window.loadedOnce = true; }");
  }

  @AfterEach
  void closePage() {
    page.close();
  }

  @Test
  void everyTransition_appearsLive_withoutReloadingThePage() {
    BrowserFixture.send(page, "buy-bank-transfer", "bank-transfer");

    assertThat(states())
        .hasText(
            new String[] {
              "awaiting payment", "payment claimed", "processing", "delivering", "completed"
            });
    assertThat(row("bank-transfer").locator(".state")).hasText("completed");
    assertThat(page.page().evaluate("() => window.loadedOnce")).isEqualTo(true);
  }

  @ParameterizedTest
  @CsvSource({
    "duplicate,duplicate,webhook",
    "out-of-order,outdated,webhook",
    "unverified-only,not confirmed yet,socket",
    "conflict,conflict,webhook",
  })
  void event_isShownWithItsDecisionAndChannel(String scenario, String decision, String channel) {
    String id = "event-" + scenario.length();
    BrowserFixture.send(page, scenario, id);

    Locator event =
        page.find("#events .event").filter(containing(decision)).filter(containing(id)).first();
    assertThat(event.locator(".channel")).hasText(channel);
    Locator entry = page.find(".timeline .entry").filter(containing(decision)).first();
    assertThat(entry.locator(".channel").first()).hasText(channel);
  }

  @Test
  void forgery_isShownAsRejected_withTheReason_andWithoutASubject() {
    BrowserFixture.send(page, "forged", "unaffected");

    Locator event = page.find("#events .event").filter(containing("rejected")).first();
    assertThat(event.locator(".event-subject")).hasText("rejected");
    assertThat(event.locator(".event-description")).hasText(Pattern.compile("^[a-z ]+$"));
    assertThat(page.find("#channels")).containsText("rejected");
    assertThat(states()).hasText(new String[] {"awaiting payment"});
  }

  @Test
  void transition_namesTheChannelThatReportedItFirst() {
    BrowserFixture.send(page, "missed-webhook", "found");

    Locator last = page.find(".timeline .entry").last();
    assertThat(last.locator(".state").first()).hasText("completed");
    assertThat(last.locator(".entry-reported")).containsText("first reported by api");
    assertThat(last.locator(".proof")).hasText("fetched");
  }

  @Test
  void conflict_thatAnotherProcessSettles_looksOpenNoLonger() {
    BrowserFixture.send(page, "conflict", "settled");
    assertThat(page.find(".banner.is-problem")).containsText("Do not pay out");
    assertThat(page.find(".entry-conflict")).containsText("open until");

    fixture.reconcile();

    assertThat(page.find(".banner")).hasText(Pattern.compile("^Settled: .* for “failed”"));
    assertThat(page.find(".detail-now .state")).hasText("failed");
    assertThat(page.find(".tally")).containsText("1 settled conflict");
    assertThat(page.find(".of-conflict")).hasCount(0);
    assertThat(page.find(".of-past-conflict .entry-conflict")).containsText("settled since");
    Locator last = page.find(".timeline .entry").last();
    assertThat(last.locator(".entry-title")).hasText("The provider's API has decided");
    assertThat(last.locator(".delivery")).hasText("sent");
    assertThat(row("settled").locator(".state")).hasText("failed");
    assertThat(row("settled").locator(".flag.is-conflict")).isHidden();
    assertThat(page.find("#events .event .decision").first()).hasText("✓conflict settled");
    assertThat(page.find("#events .event .decision").nth(1)).hasText("≠conflict, settled");
  }

  @Test
  void message_isShownUnchanged_andStaysInTheQueue() {
    fixture.empty();
    BrowserFixture.send(page, "ORDER_COMPLETED", "message");
    page.find(".entry-details summary").first().click();
    assertThat(page.find(".delivery")).hasText("sent at once");
    int before = fixture.visible(QueuePlan.EVENTS);

    String shown = page.text(".entry-details pre");
    page.page().reload();
    assertThat(page.find(".timeline .entry")).hasCount(1);

    assertThat(fixture.visible(QueuePlan.EVENTS)).isEqualTo(before).isEqualTo(1);
    assertThat(fixture.drain(QueuePlan.EVENTS)).isEqualTo(List.of(shown));
  }

  private Locator states() {
    return page.find(".timeline .of-state-changed .entry-head .state");
  }

  private Locator row(String id) {
    return page.find("#list .row").filter(containing(id));
  }

  private static Locator.FilterOptions containing(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
