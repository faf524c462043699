package dev.rampline.devkit.command;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.rampline.devkit.browser.Look;
import dev.rampline.devkit.browser.Visit;
import dev.rampline.devkit.samples.SampleStory;
import dev.rampline.devkit.samples.StoryCatalog;
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

  private static final StoryCatalog CATALOG = new StoryCatalog();
  private static final RandomGenerator RANDOM = new SplittableRandom(7);

  private static PageStage stage;

  private String quarrel = "";

  @BeforeAll
  static void tell() throws Exception {
    stage = PageStage.start();
    for (SampleStory story : CATALOG.stories()) {
      stage.tell(story, RANDOM);
    }
    for (SampleStory mishap : CATALOG.mishaps()) {
      stage.tell(mishap, RANDOM);
    }
  }

  /** Of its own for each picture: the reconciler settles it after a while. */
  @BeforeEach
  void contradict() throws InterruptedException {
    quarrel = stage.tell(CATALOG.mishaps().getLast(), RANDOM);
  }

  @AfterAll
  static void stop() {
    stage.close();
  }

  @Test
  void light() {
    shoot("light", "#/order/" + quarrel, Look.LIGHT);
  }

  @Test
  void dark() {
    shoot("dark", "#/order/" + quarrel, Look.DARK);
  }

  @Test
  void phone() {
    shoot("phone", "", Look.PHONE);
    shoot("phone-story", "#/order/" + quarrel, Look.PHONE);
  }

  @Test
  void welcome() {
    shoot("welcome", "", Look.LIGHT);
  }

  @Test
  void sendMenu() {
    try (Visit visit = open("#/order/" + quarrel, Look.LIGHT)) {
      PageStage.send(visit, "PONG");
      assertThat(visit.find("#toast")).isHidden();
      shoot(visit, "send");
    }
  }

  @Test
  void empty() {
    try (PageStage nobody = PageStage.start();
        Visit visit = nobody.open("", Look.LIGHT)) {
      assertThat(visit.find("#subjects-none")).isVisible();
      assertThat(visit.find("#channels")).containsText("Connected");
      shoot(visit, "empty");
    }
  }

  @Test
  void hostile() throws Exception {
    try (PageStage strange = PageStage.withoutProvider()) {
      for (String payload : HostileTexts.payloads().toList()) {
        strange.post(payload);
      }
      for (Look look : new Look[] {Look.LIGHT, Look.PHONE}) {
        try (Visit visit = strange.open("#/order/strange-0", look)) {
          assertThat(visit.find(".timeline .entry").first()).isVisible();
          visit.find(".entry-details summary").first().click();
          shoot(visit, "hostile-" + look.width());
        }
      }
    }
  }

  private static void shoot(String name, String hash, Look look) {
    try (Visit visit = open(hash, look)) {
      shoot(visit, name);
    }
  }

  private static Visit open(String hash, Look look) {
    Visit visit = stage.open(hash, look);
    assertThat(visit.find("#list .row").first()).isAttached();
    if (!hash.isEmpty()) {
      assertThat(visit.find(".banner.is-alarm")).isVisible();
    }
    return visit;
  }

  private static void shoot(Visit visit, String name) {
    visit.page().screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
  }
}
