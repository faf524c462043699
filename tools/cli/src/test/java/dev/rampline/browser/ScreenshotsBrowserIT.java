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

/** Pictures to look at, of a stage on which all stories were told; docs/inspector.png is one. */
class ScreenshotsBrowserIT {
  private static final Path FOLDER = Path.of(System.getProperty("rampline.screenshots", "target"));

  private static final ScenarioCatalog CATALOG = new ScenarioCatalog();
  private static final RandomGenerator RANDOM = new SplittableRandom(7);

  private static BrowserFixture stage;

  private String quarrel = "";

  @BeforeAll
  static void tell() throws Exception {
    stage = BrowserFixture.start();
    for (SampleScenario story : CATALOG.scenarios()) {
      stage.sendScenario(story, RANDOM);
    }
    for (SampleScenario mishap : CATALOG.faultScenarios()) {
      stage.sendScenario(mishap, RANDOM);
    }
  }

  /** Of its own for each picture: the reconciler settles it after a while. */
  @BeforeEach
  void contradict() throws InterruptedException {
    quarrel = stage.sendScenario(CATALOG.faultScenarios().getLast(), RANDOM);
  }

  @AfterAll
  static void stop() {
    stage.close();
  }

  @Test
  void light() {
    shoot("light", "#/order/" + quarrel, BrowserAppearance.LIGHT);
  }

  @Test
  void dark() {
    shoot("dark", "#/order/" + quarrel, BrowserAppearance.DARK);
  }

  @Test
  void phone() {
    shoot("phone", "", BrowserAppearance.PHONE);
    shoot("phone-story", "#/order/" + quarrel, BrowserAppearance.PHONE);
  }

  @Test
  void welcome() {
    shoot("welcome", "", BrowserAppearance.LIGHT);
  }

  @Test
  void sendMenu() {
    try (BrowserPage visit = open("#/order/" + quarrel, BrowserAppearance.LIGHT)) {
      BrowserFixture.send(visit, "PONG");
      assertThat(visit.find("#toast")).isHidden();
      shoot(visit, "send");
    }
  }

  @Test
  void empty() {
    try (BrowserFixture nobody = BrowserFixture.start();
        BrowserPage visit = nobody.open("", BrowserAppearance.LIGHT)) {
      assertThat(visit.find("#subjects-none")).isVisible();
      assertThat(visit.find("#channels")).containsText("Connected");
      shoot(visit, "empty");
    }
  }

  @Test
  void hostile() throws Exception {
    try (BrowserFixture strange = BrowserFixture.withoutProvider()) {
      for (String payload : HostileTexts.payloads().toList()) {
        strange.post(payload);
      }
      for (BrowserAppearance look :
          new BrowserAppearance[] {BrowserAppearance.LIGHT, BrowserAppearance.PHONE}) {
        try (BrowserPage visit = strange.open("#/order/strange-0", look)) {
          assertThat(visit.find(".timeline .entry").first()).isVisible();
          visit.find(".entry-details summary").first().click();
          shoot(visit, "hostile-" + look.width());
        }
      }
    }
  }

  private static void shoot(String name, String hash, BrowserAppearance look) {
    try (BrowserPage visit = open(hash, look)) {
      shoot(visit, name);
    }
  }

  private static BrowserPage open(String hash, BrowserAppearance look) {
    BrowserPage visit = stage.open(hash, look);
    assertThat(visit.find("#list .row").first()).isAttached();
    if (!hash.isEmpty()) {
      assertThat(visit.find(".banner.is-problem")).isVisible();
    }
    return visit;
  }

  private static void shoot(BrowserPage visit, String name) {
    visit.page().screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
  }
}
