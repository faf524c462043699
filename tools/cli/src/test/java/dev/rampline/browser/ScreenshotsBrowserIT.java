package dev.rampline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.rampline.samples.SampleScenario;
import dev.rampline.samples.ScenarioCatalog;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Takes screenshots after all scenarios were sent; docs/inspector.png is one. */
class ScreenshotsBrowserIT {
  private static final Path FOLDER = Path.of(System.getProperty("rampline.screenshots", "target"));

  private static final ScenarioCatalog CATALOG = new ScenarioCatalog();
  private static final RandomGenerator RANDOM = new SplittableRandom(7);

  private static BrowserFixture fixture;

  private String contested = "";

  @BeforeAll
  static void sendScenarios() throws Exception {
    fixture = BrowserFixture.start();
    for (SampleScenario scenario : CATALOG.scenarios()) {
      fixture.sendScenario(scenario, RANDOM);
    }
    for (SampleScenario scenario : CATALOG.faultScenarios()) {
      fixture.sendScenario(scenario, RANDOM);
    }
  }

  /** Creates a conflict for each screenshot, because the reconciliation resolves it later. */
  @BeforeEach
  void sendConflict() throws InterruptedException {
    contested = fixture.sendScenario(CATALOG.faultScenarios().getLast(), RANDOM);
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  @Test
  void light() {
    shoot("light", "#/order/" + contested, BrowserAppearance.LIGHT);
  }

  @Test
  void dark() {
    shoot("dark", "#/order/" + contested, BrowserAppearance.DARK);
  }

  @Test
  void phone() {
    shoot("phone", "", BrowserAppearance.PHONE);
    shoot("phone-timeline", "#/order/" + contested, BrowserAppearance.PHONE);
  }

  @Test
  void welcome() {
    shoot("welcome", "", BrowserAppearance.LIGHT);
  }

  @Test
  void sendMenu() {
    try (BrowserPage page = open("#/order/" + contested, BrowserAppearance.LIGHT)) {
      BrowserFixture.send(page, "PONG");
      assertThat(page.find("#toast")).isHidden();
      shoot(page, "send");
    }
  }

  @Test
  void empty() {
    try (BrowserFixture unused = BrowserFixture.start();
        BrowserPage page = unused.open("", BrowserAppearance.LIGHT)) {
      assertThat(page.find("#subjects-none")).isVisible();
      assertThat(page.find("#channels")).containsText("Connected");
      shoot(page, "empty");
    }
  }

  @Test
  void hostile() throws Exception {
    try (BrowserFixture hostile = BrowserFixture.withoutProvider()) {
      for (String payload : HostileTexts.payloads().toList()) {
        hostile.post(payload);
      }
      for (BrowserAppearance appearance :
          new BrowserAppearance[] {BrowserAppearance.LIGHT, BrowserAppearance.PHONE}) {
        try (BrowserPage page = hostile.open("#/order/hostile-0", appearance)) {
          assertThat(page.find(".timeline .entry").first()).isVisible();
          page.find(".entry-details summary").first().click();
          shoot(page, "hostile-" + appearance.width());
        }
      }
    }
  }

  private static void shoot(String name, String hash, BrowserAppearance appearance) {
    try (BrowserPage page = open(hash, appearance)) {
      shoot(page, name);
    }
  }

  private static BrowserPage open(String hash, BrowserAppearance appearance) {
    BrowserPage page = fixture.open(hash, appearance);
    assertThat(page.find("#list .row").first()).isAttached();
    if (!hash.isEmpty()) {
      assertThat(page.find(".banner.is-problem")).isVisible();
    }
    return page;
  }

  private static void shoot(BrowserPage page, String name) {
    page.page().screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
  }
}
