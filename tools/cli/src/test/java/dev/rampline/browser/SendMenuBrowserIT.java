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

/** Tests the menu that sends events and scenarios. */
class SendMenuBrowserIT {
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
  }

  @AfterEach
  void closePage() {
    page.close();
  }

  @ParameterizedTest
  @CsvSource({
    "ORDER_COMPLETED,order/chosen-1,completed",
    "KYC_APPROVED,kyc/customer/chosen-1,approved",
    "sell,order/chosen-2,completed",
    "kyc-retry,kyc/customer/chosen-2,approved",
    "duplicate,order/chosen-3,completed",
    "out-of-order,order/chosen-4,completed",
    "forged,order/chosen-5,awaiting payment",
    "missed-webhook,order/chosen-6,completed",
    "unverified-only,order/chosen-7,completed",
    "conflict,order/chosen-8,conflict",
  })
  void eventWithAnId_opensItsSubject(String name, String subject, String state) {
    BrowserFixture.send(page, name, subject.replaceFirst(".*/", ""));

    assertThat(page.find("#detail-title")).hasText(subject);
    assertThat(page.find(".detail-now .state")).hasText(state);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ORDER_CREATED", "buy-card", "duplicate", "forged", "KYC_SUBMITTED"})
  void eventWithoutAnId_hasANewSubject(String name) {
    BrowserFixture.send(page, name);

    assertThat(page.find("#detail-title"))
        .hasText(Pattern.compile("^(order/order|kyc/customer/customer)-[0-9a-f]{8}$"));
    assertThat(page.find(".detail-now .state")).isVisible();
  }

  @Test
  void pong_isAccepted_andOpensNoSubject() {
    BrowserFixture.send(page, "PONG");

    assertThat(page.find(".send-outcome")).hasText("Sent: PONG 200");
    assertThat(page.find("#events .event").first()).containsText("ignored");
    assertThat(page.find(".welcome")).isVisible();
  }

  @Test
  void keyboard_opensSendsAndCloses() {
    page.find("#send-open").focus();
    page.press("Enter");
    assertThat(page.find(".send-item").first()).isFocused();

    page.press("Tab", "Enter");
    assertThat(page.find(".send-outcome")).containsText("Sending");
    page.press("Escape");

    assertThat(page.find("#send")).isHidden();
    assertThat(page.find("#send-open")).isFocused();
    assertThat(page.find("#send-open")).hasAttribute("aria-expanded", "false");
  }

  @Test
  void selectedSubject_isUsedAsTheId() {
    BrowserFixture.send(page, "ORDER_CREATED", "again");
    assertThat(page.find("#detail-title")).hasText("order/again");
    page.find("#send-id").fill("");

    page.find(".send-id .button").click();

    assertThat(page.find("#send-id")).hasValue("again");
  }

  @Test
  void invalidId_isReported_andNothingIsSent() {
    BrowserFixture.menu(page);
    page.find("#send-id").fill("x".repeat(11_000));

    BrowserFixture.item(page, "ORDER_CREATED").click();

    assertThat(page.find(".send-outcome")).hasText(Pattern.compile("^Not JSON"));
    assertThat(page.find(".welcome")).isVisible();
  }
}
