package dev.rampline.inspector.stack;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;

/**
 * Reads the new entries of a log group, each once. An entry becomes readable some seconds after its
 * time, so each call reads the last seconds again. Not thread-safe.
 */
final class LogGroupReader {
  /** An entry that becomes readable later than this after another one is missed. */
  private static final Duration OVERLAP = Duration.ofSeconds(15);

  /** A page has at most 10,000 entries or 1 MB. */
  private static final int MAX_PAGES = 10;

  private final CloudWatchLogsClient client;
  private final String group;
  private final Map<String, Long> read = new HashMap<>();
  private Instant latest;

  /**
   * @param from the time of the first entry to read
   */
  LogGroupReader(CloudWatchLogsClient client, String group, Instant from) {
    this.client = client;
    this.group = group;
    this.latest = from.plus(OVERLAP);
  }

  /**
   * Passes each new entry to a consumer; returns whether it was all. If it was not, the rest is
   * skipped: the next call reads from now on.
   */
  boolean readNew(Consumer<String> consumer, Instant now) {
    Instant from = latest.minus(OVERLAP);
    String token = null;
    int pages = 0;
    do {
      FilterLogEventsResponse page = page(from, token);
      page.events().forEach(event -> accept(event, consumer));
      token = page.nextToken();
      pages++;
    } while (token != null && pages < MAX_PAGES);
    if (token != null) {
      latest = now.plus(OVERLAP);
    }
    read.values().removeIf(time -> time < latest.minus(OVERLAP).toEpochMilli());
    return token == null;
  }

  private FilterLogEventsResponse page(Instant from, @Nullable String token) {
    return client.filterLogEvents(
        FilterLogEventsRequest.builder()
            .logGroupName(group)
            .startTime(from.toEpochMilli())
            .nextToken(token)
            .build());
  }

  private void accept(FilteredLogEvent event, Consumer<String> consumer) {
    if (read.put(event.eventId(), event.timestamp()) == null) {
      consumer.accept(event.message());
      Instant time = Instant.ofEpochMilli(event.timestamp());
      latest = time.isAfter(latest) ? time : latest;
    }
  }
}
