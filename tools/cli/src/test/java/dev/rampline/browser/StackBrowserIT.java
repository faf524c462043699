package dev.rampline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.rampline.embedded.LocalClients;
import dev.rampline.inspector.EventStore;
import dev.rampline.inspector.Inspector;
import dev.rampline.inspector.stack.StackSource;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tests the page of a stack, which only reads. */
class StackBrowserIT {
  private static final Path FOLDER = Path.of(System.getProperty("rampline.screenshots", "target"));
  private static final String COMMAND_OPTIONS = " --stack demo --region eu-central-1";

  private static BrowserFixture fixture;
  private static StackSource source;
  private static Inspector inspector;

  @BeforeAll
  static void start() throws Exception {
    System.setProperty("aws.accessKeyId", LocalClients.CREDENTIALS);
    System.setProperty("aws.secretAccessKey", LocalClients.CREDENTIALS);
    fixture = BrowserFixture.withoutProvider();
    post("ORDER_CREATED", "open", "AWAITING_PAYMENT_FROM_USER");
    post("ORDER_COMPLETED", "contested", "COMPLETED");
    post("ORDER_FAILED", "contested", "FAILED");
    postCustomer("user-1");
    postCustomer("user-2");
    awaitStream();
    EventStore store = new EventStore("production");
    source =
        StackSource.start(
            fixture.stack(),
            store,
            new StackSource.Settings(
                true, Duration.ofMinutes(5), failure -> "AWS denied the request.", line -> {}));
    source.awaitFirstPoll();
    inspector =
        Inspector.start(
            0,
            Inspector.Settings.readOnly(
                store, "demo", COMMAND_OPTIONS, source::problems, source.lookup()));
  }

  @AfterAll
  static void stop() {
    inspector.close();
    source.close();
    fixture.close();
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
  }

  @Test
  void page_listsOpenRecords_andOffersNoSending() {
    try (BrowserPage page = open(BrowserAppearance.LIGHT)) {
      assertThat(page.find("#environment")).hasText("demo");
      assertThat(page.find("#list .row-id").filter(text("contested"))).hasCount(1);
      assertThat(page.find("#list .row-id").filter(text("open"))).hasCount(1);
      assertThat(page.find("#send-open")).isHidden();
      assertThat(page.find(".command code")).hasText("./rampline listen" + COMMAND_OPTIONS);
      assertThat(page.find("#problems"))
          .hasText(Pattern.compile("^The functions' logs .* AWS denied the request\\.$"));
      check(page, "stack");
    }
  }

  @Test
  void phone_showsTheProblemToo() {
    try (BrowserPage page = open(BrowserAppearance.PHONE)) {
      assertThat(page.find("#problems")).isVisible();
      page.find("#list .row").filter(text("contested")).click();
      assertThat(page.find(".banner.is-problem")).containsText("Do not pay out");
      check(page, "stack-phone");
    }
  }

  @Test
  void record_isLookedUpInTheTable() {
    try (BrowserPage page = open(BrowserAppearance.DARK)) {
      page.find("#search").fill("nothing");
      page.find("#lookup").click();
      assertThat(page.find("#toast")).hasText("The table has no record with this id");
      check(page, "stack-lookup");

      page.find("#search").fill("user-1");
      page.press("Enter");

      assertThat(page.find("#detail-title")).hasText("kyc/partner-user/user-1");
      assertThat(page.find(".detail-now .state")).hasText("approved");
      assertThat(page.find(".earlier")).containsText("The record keeps");
      assertThat(page.find("#list .row-id")).hasText(new String[] {"kyc user-1"});
    }
  }

  @Test
  void subjectInTheAddress_isLookedUp() {
    URI address = inspector.url().resolve("/#/kyc/partner-user/user-2");
    try (BrowserPage page = fixture.open(address, BrowserAppearance.LIGHT)) {
      assertThat(page.find("#detail-title")).hasText("kyc/partner-user/user-2");
      assertThat(page.find(".timeline .entry").first()).isVisible();
    }
  }

  @Test
  void command_isCopiedWithTheStack() {
    try (BrowserPage page = open(BrowserAppearance.LIGHT)) {
      page.allowClipboard();
      page.find("#list .row").filter(text("contested")).click();
      page.find("[aria-label='Copy the command']").click();

      assertThat(page.clipboard()).isEqualTo("./rampline order order/contested" + COMMAND_OPTIONS);
    }
  }

  @Test
  void change_isShownLive() throws Exception {
    try (BrowserPage page = open(BrowserAppearance.LIGHT)) {
      post("ORDER_CREATED", "live", "AWAITING_PAYMENT_FROM_USER");

      assertThat(page.find("#events .event").first()).containsText("live");
      assertThat(page.find("#list .row-id").first()).hasText("live");
    }
  }

  /** A record of a user who is no customer is never open. */
  private static void postCustomer(String user) throws Exception {
    fixture.post(
        """
        {"eventName": "KYC_APPROVED", "data": {"partnerUserId": "%s", "kycStatus": "APPROVED"}}"""
            .formatted(user));
  }

  /** Waits until the table's stream has everything. */
  private static void awaitStream() {
    try (InspectorClient dev = new InspectorClient(fixture.address(""), "")) {
      await().until(() -> dev.subjects.containsKey("kyc/partner-user/user-2"));
    }
  }

  private static Locator.FilterOptions text(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static BrowserPage open(BrowserAppearance appearance) {
    BrowserPage page = fixture.open(inspector.url(), appearance);
    assertThat(page.find("#list .row").first()).isVisible();
    return page;
  }

  private static void check(BrowserPage page, String screenshot) {
    assertThat(AccessibilityChecks.violations(page)).isEmpty();
    assertThat(LayoutChecks.overflowingElements(page)).isEqualTo(List.of());
    page.page()
        .screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(screenshot + ".png")));
  }

  private static void post(String event, String id, String status) throws Exception {
    fixture.post(
        """
        {"eventName": "%s", "data": {"id": "%2$s", "partnerOrderId": "PO-%2$s", "status": "%3$s"}}"""
            .formatted(event, id, status));
  }
}
