package dev.rampline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.rampline.resources.QueuePlan;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests searching, filtering, links and copying. */
class SearchBrowserIT {
  private static final String COMPLETED =
      """
      {"eventName": "ORDER_COMPLETED", "data": {"id": "bought", "partnerOrderId": "PO-bought",
       "status": "COMPLETED", "transactionHash": "0xfeedc0de01", "walletAddress": "0xwallet02"}}""";

  private static BrowserFixture fixture;

  private BrowserPage page;

  @BeforeAll
  static void start() throws Exception {
    fixture = BrowserFixture.withoutProvider();
    fixture.post(COMPLETED);
    try (BrowserPage page = fixture.open("", BrowserAppearance.LIGHT)) {
      BrowserFixture.send(page, "ORDER_CREATED", "first-order");
      BrowserFixture.send(page, "KYC_APPROVED", "customer-1");
      BrowserFixture.send(page, "conflict", "contested");
      assertThat(page.find(".banner.is-problem")).isVisible();
    }
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  @BeforeEach
  void openPage() {
    page = fixture.open("", BrowserAppearance.LIGHT);
    assertThat(page.find("#list .row")).hasCount(4);
  }

  @AfterEach
  void closePage() {
    page.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bought", "po-BOUGHT", "0xfeedc0de01", "0xwallet02", "order/bought"})
  void order_isFoundByEachOfItsIds(String id) {
    page.find("#search").fill(id);

    assertThat(page.find("#list .row-id")).hasText(new String[] {"bought"});
  }

  @Test
  void customer_isFound() {
    page.find("#search").fill("custom");

    assertThat(page.find("#list .row-id")).hasText(new String[] {"kyc customer-1"});
  }

  @Test
  void subject_isFoundByTheTraceOfAnEvent() {
    choose("first-order");
    page.find(".entry-details summary").first().click();
    String trace = page.text("dt:text-is('Trace') + dd");

    page.find("#search").fill(trace);

    assertThat(page.find("#list .row-id")).hasText(new String[] {"first-order"});
  }

  @Test
  void unknownText_hasNoMatches() {
    page.find("#search").fill("no such subject");

    assertThat(page.find("#list .row")).hasCount(0);
    assertThat(page.find("#subjects-none")).hasText("No matches.");
    page.find("#filters-clear").click();
    assertThat(page.find("#list .row")).hasCount(4);
  }

  @ParameterizedTest
  @CsvSource({"Orders,3", "Customers,1", "Conflict,1", "Open,2", "All,4"})
  void filter_showsMatchingSubjects(String filter, int count) {
    page.find("#filters button:text-is('%s')".formatted(filter)).click();

    assertThat(page.find("#list .row")).hasCount(count);
  }

  @Test
  void stateFilter_showsMatchingSubjects() {
    page.find("#state-filter").selectOption("awaiting-payment");

    assertThat(page.find("#list .row-id")).hasText(new String[] {"first-order"});
    assertThat(page.find("#subjects-count")).containsText("1 of 4");
  }

  @Test
  void url_restoresTheView_afterAReload() {
    choose("contested");
    page.find("#filters button:text-is('Conflict')").click();
    page.find("#search").fill("conte");
    String address = fixture.address("#/order/contested?only=conflict&q=conte").toString();
    assertThat(page.page()).hasURL(address);

    page.page().reload();

    assertThat(page.page()).hasURL(address);
    assertThat(page.find("#detail-title")).hasText("order/contested");
    assertThat(page.find("#search")).hasValue("conte");
    assertThat(page.find("#filters button:text-is('Conflict')"))
        .hasAttribute("aria-pressed", "true");
    assertThat(page.find("#list .row")).hasCount(1);
  }

  @Test
  void openConflict_isMarked() {
    choose("contested");

    assertThat(page.find(".banner.is-problem"))
        .hasText(Pattern.compile("^Do not pay out\\. “completed” and “failed” were reported\\."));
    assertThat(page.find(".detail-now .state")).hasText("conflict");
    assertThat(page.find(".entry-conflict")).containsText("completed≠failed open until");
    assertThat(row("contested").locator(".state")).hasText("conflict");
    assertThat(row("contested").locator(".flag.is-conflict")).hasText("do not pay out");
    assertThat(page.find("#environment")).hasText("this machine");
    assertThat(page.find("#channels")).containsText("1 open conflict");
  }

  @Test
  void openConflict_isInNoOtherStateThanConflict() {
    page.find("#state-filter").selectOption("conflict");
    assertThat(page.find("#list .row-id")).hasText(new String[] {"contested"});

    page.find("#state-filter").selectOption("completed");
    assertThat(page.find("#list .row-id")).hasText(new String[] {"bought"});
  }

  @Test
  void record_isCopiedUnchanged() {
    page.allowClipboard();
    choose("bought");
    page.find("details.raw summary").click();
    page.find("[aria-label='Copy the record']").click();

    assertThat(page.find("#toast")).hasText("Copied the record");
    assertThat(page.clipboard()).isEqualTo(page.text("details.raw pre")).contains("PO-bought");
  }

  @Test
  void command_isCopied() {
    page.allowClipboard();
    choose("bought");
    page.find("[aria-label='Copy the command']").click();

    assertThat(page.find("#toast")).hasText("Copied the command");
    assertThat(page.clipboard()).isEqualTo("./rampline order order/bought");
  }

  @Test
  void message_isCopiedUnchanged() {
    page.allowClipboard();
    choose("bought");
    page.find(".entry-details summary").first().click();
    page.find("[aria-label^='Copy the message']").click();

    assertThat(page.find("#toast")).hasText("Copied the message order/bought/1");
    assertThat(fixture.drain(QueuePlan.EVENTS)).contains(page.clipboard());
  }

  private void choose(String id) {
    row(id).click();
    assertThat(page.find("#detail-title")).containsText(id);
    assertThat(page.find(".timeline .entry").first()).isVisible();
  }

  private Locator row(String id) {
    return page.find("#list .row").filter(new Locator.FilterOptions().setHasText(id));
  }
}
