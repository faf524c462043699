package dev.rampline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The menu by which somebody has the provider say something. */
class SendMenuBrowserIT {
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
  }

  @AfterEach
  void leave() {
    visit.close();
  }

  @ParameterizedTest
  @CsvSource({
    "ORDER_COMPLETED,order/chosen-1,completed",
    "KYC_APPROVED,kyc/customer/chosen-1,approved",
    "sell,order/chosen-2,completed",
    "kyc-retry,kyc/customer/chosen-2,approved",
    "duplicate,order/chosen-3,completed",
    "out-of-order,order/chosen-4,completed",
    "forged,order/chosen-5,awaiting-payment",
    "missed-webhook,order/chosen-6,completed",
    "unverified-only,order/chosen-7,completed",
    "conflict,order/chosen-8,completed",
  })
  void whatIsSent_aboutAnIdOfOnesOwn_isLookedAt(String name, String subject, String state) {
    BrowserFixture.send(visit, name, subject.replaceFirst(".*/", ""));

    assertThat(visit.find("#detail-title")).hasText(subject);
    assertThat(visit.find(".detail-now .state")).hasText(state);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ORDER_CREATED", "buy-card", "duplicate", "forged", "KYC_SUBMITTED"})
  void whatIsSent_withoutAnId_isAboutSomebodyNew(String name) {
    BrowserFixture.send(visit, name);

    assertThat(visit.find("#detail-title"))
        .hasText(Pattern.compile("^(order/order|kyc/customer/customer)-[0-9a-f]{8}$"));
    assertThat(visit.find(".detail-now .state")).isVisible();
  }

  @Test
  void ping_isAnswered_andLeadsToNobody() {
    BrowserFixture.send(visit, "PONG");

    assertThat(visit.find(".send-outcome")).hasText("Sent: PONG 200");
    assertThat(visit.find("#events .event").first()).containsText("no-subject");
    assertThat(visit.find(".welcome")).isVisible();
  }

  @Test
  void keyboard_opensSendsAndCloses() {
    visit.find("#send-open").focus();
    visit.press("Enter");
    assertThat(visit.find(".send-item").first()).isFocused();

    visit.press("Tab", "Enter");
    assertThat(visit.find(".send-outcome")).containsText("Sending");
    visit.press("Escape");

    assertThat(visit.find("#send")).isHidden();
    assertThat(visit.find("#send-open")).isFocused();
    assertThat(visit.find("#send-open")).hasAttribute("aria-expanded", "false");
  }

  @Test
  void chosenOne_isTakenForTheId() {
    BrowserFixture.send(visit, "ORDER_CREATED", "again");
    assertThat(visit.find("#detail-title")).hasText("order/again");
    visit.find("#send-id").fill("");

    visit.find(".send-id .button").click();

    assertThat(visit.find("#send-id")).hasValue("again");
  }

  @Test
  void idThatIsNoId_isToldOf_andNothingIsSent() {
    BrowserFixture.menu(visit);
    visit.find("#send-id").fill("x".repeat(11_000));

    BrowserFixture.item(visit, "ORDER_CREATED").click();

    assertThat(visit.find(".send-outcome")).hasText(Pattern.compile("^Not JSON"));
    assertThat(visit.find(".welcome")).isVisible();
  }
}
