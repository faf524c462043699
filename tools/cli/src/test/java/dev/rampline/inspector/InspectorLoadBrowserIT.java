package dev.rampline.inspector;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ReducedMotion;
import dev.rampline.adapter.telemetry.LogEntry;
import dev.rampline.browser.BrowserAppearance;
import dev.rampline.browser.BrowserPage;
import dev.rampline.browser.Chromium;
import dev.rampline.event.EventMetadata;
import dev.rampline.event.State;
import dev.rampline.event.Subject;
import dev.rampline.ledger.FieldValues;
import dev.rampline.ledger.LastChange;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.OrderStatus;
import dev.rampline.ledger.PendingChecks;
import dev.rampline.ledger.RecordContent;
import dev.rampline.ledger.Revision;
import dev.rampline.ledger.TerminalStates;
import dev.rampline.ledger.UnknownAttributes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Shows ten thousand subjects, which change a thousand times a second. */
class InspectorLoadBrowserIT {
  private static final int SUBJECTS = 10_000;
  private static final int EVENTS = 8_000;
  private static final int EVENTS_PER_TICK = 50;
  private static final int MAX_ROWS = 60;

  private final EventStore store = new EventStore("load-test");
  private final Chromium chromium = new Chromium();
  private final Inspector inspector =
      Inspector.start(
          0,
          new Inspector.Settings(
              store, "load test", "", () -> SocketState.ABSENT, List::of, null, null));
  private final ScheduledExecutorService feed = Executors.newSingleThreadScheduledExecutor();
  private final AtomicInteger sentEvents = new AtomicInteger();

  @BeforeEach
  void fill() {
    IntStream.range(0, SUBJECTS).forEach(number -> addChange(number, 1));
  }

  @AfterEach
  void stop() {
    feed.shutdownNow();
    chromium.close();
    inspector.close();
  }

  @Test
  void page_staysResponsiveUnderAThousandEventsPerSecond_andCountsThemAll() {
    try (BrowserPage page =
        chromium.open(inspector.url(), BrowserAppearance.LIGHT, ReducedMotion.NO_PREFERENCE)) {
      assertThat(page.find("#subjects-count")).hasText("10,000");
      page.page().evaluate(OBSERVE);

      ScheduledFuture<?> running =
          feed.scheduleAtFixedRate(this::sendSome, 0, EVENTS_PER_TICK, TimeUnit.MILLISECONDS);
      int clicks = 0;
      while (sentEvents.get() < EVENTS) {
        page.find("#search").fill("order/o-" + clicks % 10);
        assertThat(page.find("#list .row-id").first()).containsText("o-" + clicks % 10);
        page.find("#search").fill("");
        page.find("#list .row").nth(2).click();
        assertThat(page.find("#detail-title")).containsText("order/o-");
        page.press("ArrowDown", "Escape");
        assertThat(rows(page)).isBetween(1, 2 * MAX_ROWS);
        clicks++;
      }
      running.cancel(false);

      assertThat(page.find("#events-count")).containsText("8,000");
      assertThat(page.find("#subjects-count")).hasText("10,000");
      assertThat(page.find("#state-filter option[value=processing]"))
          .hasText("processing (10,000)");
      assertThat(rows(page)).isBetween(1, 2 * MAX_ROWS);
      System.out.printf("%d rounds of clicks; %s%n", clicks, page.page().evaluate(LONG));
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

  private static int rows(BrowserPage page) {
    return page.find("#list .row, #events .row").count();
  }

  /** Adds events, each of which changes another subject. */
  private void sendSome() {
    for (int some = 0; some < EVENTS_PER_TICK && sentEvents.get() < EVENTS; some++) {
      int number = sentEvents.getAndIncrement();
      addEvent(number % SUBJECTS, 2);
      addChange(number % SUBJECTS, 2);
    }
  }

  private void addEvent(int number, int version) {
    LogEntry entry =
        new LogEntry("webhook", Instant.now())
            .field("channel", "webhook")
            .field("status", "200")
            .subject(subject(number))
            .field("decision", "state-changed")
            .field("version", Integer.toString(version))
            .field("delivery", "sent");
    store.addLogEntry(JsonNodes.read(entry.json()));
  }

  private void addChange(int number, int version) {
    LedgerRecord before = version == 1 ? null : record(number, version - 1);
    store.addChange(new LedgerChange(before, record(number, version), Map.of()), version > 1);
  }

  private static Subject subject(int number) {
    return Subject.order("o-" + number);
  }

  private static LedgerRecord record(int number, int version) {
    Instant now = Instant.now();
    LastChange lastChange =
        new LastChange(
            "state-changed",
            null,
            "ORDER_PROCESSING",
            "PROCESSING",
            null,
            EventMetadata.ofWebhook(now, null));
    return new LedgerRecord(
        subject(number),
        new Revision(version, version, List.of(), now),
        new RecordContent(
            new OrderStatus(State.PROCESSING, null),
            TerminalStates.NONE,
            FieldValues.NONE,
            PendingChecks.NONE),
        List.of(),
        lastChange,
        UnknownAttributes.NONE);
  }
}
