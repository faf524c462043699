package dev.rampline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.rampline.resources.QueuePlan;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How one finds a subject again, and takes along what stands there. */
class SearchBrowserIT {
  private static final String BOUGHT =
      """
      {"eventName": "ORDER_COMPLETED", "data": {"id": "bought", "partnerOrderId": "PO-bought",
       "status": "COMPLETED", "transactionHash": "0xfeedc0de01", "walletAddress": "0xwallet02"}}""";

  private static BrowserFixture stage;

  private BrowserPage visit;

  @BeforeAll
  static void start() throws Exception {
    stage = BrowserFixture.withoutProvider();
    stage.post(BOUGHT);
    try (BrowserPage visit = stage.open("", BrowserAppearance.LIGHT)) {
      BrowserFixture.send(visit, "ORDER_CREATED", "begun");
      BrowserFixture.send(visit, "KYC_APPROVED", "somebody");
      BrowserFixture.send(visit, "conflict", "quarrel");
      assertThat(visit.find(".banner.is-problem")).isVisible();
    }
  }

  @AfterAll
  static void stop() {
    stage.close();
  }

  @BeforeEach
  void open() {
    visit = stage.open("", BrowserAppearance.LIGHT);
    assertThat(visit.find("#list .row")).hasCount(4);
  }

  @AfterEach
  void leave() {
    visit.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bought", "po-BOUGHT", "0xfeedc0de01", "0xwallet02", "order/bought"})
  void order_isFoundByEachOfItsIds(String id) {
    visit.find("#search").fill(id);

    assertThat(visit.find("#list .row-id")).hasText(new String[] {"bought"});
  }

  @Test
  void customer_isFound() {
    visit.find("#search").fill("someb");

    assertThat(visit.find("#list .row-id")).hasText(new String[] {"kyc somebody"});
  }

  @Test
  void subject_isFoundByTheTraceOfAWordAboutIt() {
    choose("begun");
    visit.find(".entry-details summary").first().click();
    String trace = visit.text("dt:text-is('Trace') + dd");

    visit.find("#search").fill(trace);

    assertThat(visit.find("#list .row-id")).hasText(new String[] {"begun"});
  }

  @Test
  void nonsense_findsNothing_andSaysSo() {
    visit.find("#search").fill("nobody has this");

    assertThat(visit.find("#list .row")).hasCount(0);
    assertThat(visit.find("#subjects-none")).hasText("No matches.");
    visit.find("#filters-clear").click();
    assertThat(visit.find("#list .row")).hasCount(4);
  }

  @ParameterizedTest
  @CsvSource({"Orders,3", "KYC,1", "Conflict,1", "Open,1", "All,4"})
  void filter_leavesWhatFits(String filter, int count) {
    visit.find("#filters button:text-is('%s')".formatted(filter)).click();

    assertThat(visit.find("#list .row")).hasCount(count);
  }

  @Test
  void state_isFilteredBy() {
    visit.find("#state-filter").selectOption("awaiting-payment");

    assertThat(visit.find("#list .row-id")).hasText(new String[] {"begun"});
    assertThat(visit.find("#subjects-count")).containsText("1 of 4");
  }

  @Test
  void address_leadsToTheSameView_alsoWhenItIsLoadedAgain() {
    choose("quarrel");
    visit.find("#filters button:text-is('Conflict')").click();
    visit.find("#search").fill("quar");
    String address = stage.address("#/order/quarrel?only=conflict&q=quar").toString();
    assertThat(visit.page()).hasURL(address);

    visit.page().reload();

    assertThat(visit.page()).hasURL(address);
    assertThat(visit.find("#detail-title")).hasText("order/quarrel");
    assertThat(visit.find("#search")).hasValue("quar");
    assertThat(visit.find("#filters button:text-is('Conflict')"))
        .hasAttribute("aria-pressed", "true");
    assertThat(visit.find("#list .row")).hasCount(1);
  }

  @Test
  void conflictThatIsOpen_isSaidToBe() {
    choose("quarrel");

    assertThat(visit.find(".banner.is-problem")).containsText("Two terminal states contradict");
    assertThat(visit.find(".entry-conflict")).containsText("completed");
    assertThat(visit.find(".entry-conflict")).containsText("failed");
    assertThat(visit.find(".entry-conflict")).containsText("open until");
    assertThat(row("quarrel").locator(".flag.is-conflict")).isVisible();
  }

  @Test
  void record_isCopiedRaw() {
    visit.allowClipboard();
    choose("bought");
    visit.find("details.raw summary").click();
    visit.find("[aria-label='Copy the record']").click();

    assertThat(visit.find("#toast")).hasText("Copied the record");
    assertThat(visit.clipboard()).isEqualTo(visit.text("details.raw pre")).contains("PO-bought");
  }

  @Test
  void message_isCopiedToTheLetter() {
    visit.allowClipboard();
    choose("bought");
    visit.find(".entry-details summary").first().click();
    visit.find("[aria-label^='Copy the message']").click();

    assertThat(visit.find("#toast")).hasText("Copied the message order/bought/1");
    assertThat(stage.drain(QueuePlan.EVENTS)).contains(visit.clipboard());
  }

  private void choose(String id) {
    row(id).click();
    assertThat(visit.find("#detail-title")).containsText(id);
    assertThat(visit.find(".timeline .entry").first()).isVisible();
  }

  private Locator row(String id) {
    return visit.find("#list .row").filter(new Locator.FilterOptions().setHasText(id));
  }
}
