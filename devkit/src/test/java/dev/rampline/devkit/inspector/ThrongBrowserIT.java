package dev.rampline.devkit.inspector;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ReducedMotion;
import dev.rampline.adapter.telemetry.Line;
import dev.rampline.devkit.browser.Chromium;
import dev.rampline.devkit.browser.Look;
import dev.rampline.devkit.browser.Visit;
import dev.rampline.ledger.Carried;
import dev.rampline.ledger.Concerns;
import dev.rampline.ledger.Facts;
import dev.rampline.ledger.Finals;
import dev.rampline.ledger.LastWord;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.Revision;
import dev.rampline.ledger.Standing;
import dev.rampline.observation.Authenticity;
import dev.rampline.observation.Channel;
import dev.rampline.observation.State;
import dev.rampline.observation.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ten thousand subjects, and a thousand events a second about them. */
class ThrongBrowserIT {
  private static final int SUBJECTS = 10_000;
  private static final int EVENTS = 8_000;
  private static final int A_TIME = 50;
  private static final int MOST_ROWS = 60;

  private final Chronicle chronicle = new Chronicle("throng");
  private final Chromium chromium = new Chromium();
  private final Inspector inspector =
      Inspector.start(
          0,
          new Inspector.Site(
              chronicle,
              () -> SocketState.ABSENT,
              Map.of(),
              new Narrator(
                  () -> {
                    throw new IllegalStateException("Nothing is sent");
                  },
                  () -> {})));
  private final ScheduledExecutorService feed = Executors.newSingleThreadScheduledExecutor();
  private final AtomicInteger told = new AtomicInteger();

  @BeforeEach
  void fill() {
    IntStream.range(0, SUBJECTS).forEach(number -> see(number, 1));
  }

  @AfterEach
  void stop() {
    feed.shutdownNow();
    chromium.close();
    inspector.close();
  }

  @Test
  void page_answersWhileAThousandEventsASecondCome_andCountsThemAll() {
    try (Visit visit = chromium.open(inspector.url(), Look.LIGHT, ReducedMotion.NO_PREFERENCE)) {
      assertThat(visit.find("#subjects-count")).hasText("10,000");
      visit.page().evaluate(OBSERVE);

      ScheduledFuture<?> running =
          feed.scheduleAtFixedRate(this::tellSome, 0, A_TIME, TimeUnit.MILLISECONDS);
      int clicks = 0;
      while (told.get() < EVENTS) {
        visit.find("#search").fill("order/o-" + clicks % 10);
        assertThat(visit.find("#list .row-id").first()).containsText("o-" + clicks % 10);
        visit.find("#search").fill("");
        visit.find("#list .row").nth(2).click();
        assertThat(visit.find("#story-title")).containsText("order/o-");
        visit.press("ArrowDown", "Escape");
        assertThat(rows(visit)).isBetween(1, 2 * MOST_ROWS);
        clicks++;
      }
      running.cancel(false);

      assertThat(visit.find("#words-count")).containsText("8,000");
      assertThat(visit.find("#subjects-count")).hasText("10,000");
      assertThat(visit.find("#state-filter option[value=processing]"))
          .hasText("processing (10,000)");
      assertThat(rows(visit)).isBetween(1, 2 * MOST_ROWS);
      System.out.printf("%d rounds of clicks meanwhile; %s%n", clicks, visit.page().evaluate(LONG));
      assertThat(clicks).isPositive();
    }
  }

  private static final String OBSERVE =
      """
      () => {
        window.longTasks = [];
        new PerformanceObserver((list) => list.getEntries().forEach((each) => longTasks.push(each.duration)))
          .observe({ type: "longtask" });
      }
      """;

  private static final String LONG =
      """
      () => `long tasks: ${longTasks.length}, the longest ${Math.round(Math.max(0, ...longTasks))} ms, `
        + `together ${Math.round(longTasks.reduce((sum, each) => sum + each, 0))} ms; `
        + `${document.querySelectorAll("*").length} elements`
      """;

  private static int rows(Visit visit) {
    return visit.find("#list .row, #words .row").count();
  }

  /** Every event changes a subject: each in its turn. */
  private void tellSome() {
    for (int some = 0; some < A_TIME && told.get() < EVENTS; some++) {
      int number = told.getAndIncrement();
      hear(number % SUBJECTS, 2);
      see(number % SUBJECTS, 2);
    }
  }

  private void hear(int number, int version) {
    Line line =
        new Line("webhook", Instant.now())
            .tell("channel", "webhook")
            .tell("status", "200")
            .tell("subject", subject(number).text())
            .tell("decision", "state-changed")
            .tell("version", Integer.toString(version))
            .tell("delivery", "sent");
    chronicle.hear(Nodes.read(line.json()));
  }

  private void see(int number, int version) {
    LedgerRecord before = version == 1 ? null : record(number, version - 1);
    chronicle.see(new Change(before, record(number, version), Map.of()));
  }

  private static Subject subject(int number) {
    return Subject.order("o-" + number);
  }

  private static LedgerRecord record(int number, int version) {
    Instant now = Instant.now();
    LastWord word =
        new LastWord(
            "state-changed",
            null,
            "ORDER_PROCESSING",
            "PROCESSING",
            Channel.WEBHOOK,
            Authenticity.SIGNED,
            null,
            now,
            false,
            null);
    return new LedgerRecord(
        subject(number),
        new Revision(version, version, List.of(), now),
        new Standing(State.PROCESSING, null, null, true, Set.of()),
        Finals.NONE,
        Facts.NONE,
        Concerns.NONE,
        List.of(),
        word,
        Carried.NONE);
  }
}
