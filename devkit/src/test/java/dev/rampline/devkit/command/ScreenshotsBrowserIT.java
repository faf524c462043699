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
import org.junit.jupiter.api.Test;

/** Pictures to look at, of a stage on which all stories were told; docs/inspector.png is one. */
class ScreenshotsBrowserIT {
  private static final Path FOLDER = Path.of(System.getProperty("rampline.screenshots", "target"));

  private static PageStage stage;
  private static String quarrel = "";
  private static int subjects;

  @BeforeAll
  static void tell() throws Exception {
    stage = PageStage.start();
    StoryCatalog catalog = new StoryCatalog();
    RandomGenerator random = new SplittableRandom(7);
    for (SampleStory story : catalog.stories()) {
      stage.tell(story, random);
    }
    for (SampleStory mishap : catalog.mishaps()) {
      quarrel = stage.tell(mishap, random);
    }
    subjects = catalog.stories().size() + catalog.mishaps().size();
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
    assertThat(visit.find("#subjects-count")).hasText(Integer.toString(subjects));
    if (!hash.isEmpty()) {
      assertThat(visit.find(".timeline .entry").last()).isVisible();
    }
    return visit;
  }

  private static void shoot(Visit visit, String name) {
    visit.page().screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
  }
}
