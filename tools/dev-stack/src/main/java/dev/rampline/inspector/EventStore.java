package dev.rampline.inspector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.adapter.telemetry.LogEntry;
import dev.rampline.adapter.telemetry.LogField;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.message.MessageComposer;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Holds the timeline of each subject and the statistics of the channels. Its inputs are the
 * functions' log entries and the ledger's stream; it does not read the events queue. Thread-safe.
 */
public final class EventStore {
  /** The number of recent events that a new client gets. */
  private static final int MAX_RECENT_EVENTS = 200;

  /** The number of subjects to keep; the least recently changed are removed first. */
  static final int MAX_SUBJECTS = 20_000;

  private final Deque<ObjectNode> recentEvents = new ArrayDeque<>();
  private final ChannelStatistics statistics;
  private final SseClients clients = new SseClients();
  private final VersionEntryFactory entryFactory;
  private final String environment;
  private final LruTimelines timelines;

  /**
   * @param environment the value of {@code RAMPLINE_ENVIRONMENT} in the functions
   */
  public EventStore(String environment) {
    this(environment, InstantSource.system(), MAX_SUBJECTS);
  }

  EventStore(String environment, InstantSource clock, int capacity) {
    this.environment = environment;
    this.entryFactory = new VersionEntryFactory(new MessageComposer(environment));
    this.statistics = new ChannelStatistics(clock);
    this.timelines = new LruTimelines(capacity);
  }

  /** Returns a log that writes to another log and to this store. */
  public EventLog tee(EventLog other) {
    return entry -> {
      other.write(entry);
      add(entry);
    };
  }

  String environment() {
    return environment;
  }

  SseClients clients() {
    return clients;
  }

  /** Adds a log entry with the subject itself, which the stream names too, for its log id. */
  void add(LogEntry entry) {
    ObjectNode json = (ObjectNode) JsonNodes.read(entry.json());
    entry.subject().ifPresent(subject -> json.put(LogField.SUBJECT, subject.text()));
    add(json);
  }

  synchronized void add(JsonNode entry) {
    statistics.update(entry);
    FunctionLogEvent.of(entry).ifPresent(this::add);
  }

  private void add(FunctionLogEvent event) {
    statistics.update(event);
    event.subject().ifPresent(subject -> add(subject, event));
    recentEvents.add(event.json());
    if (recentEvents.size() > MAX_RECENT_EVENTS) {
      recentEvents.remove();
    }
    clients.addEvent(event.json());
  }

  private void add(String subject, FunctionLogEvent event) {
    timelines.getOrCreate(subject).addEvent(event);
    if (timelines.isVisible(subject)) {
      clients.addSubject(subject);
    }
    clients.addRemoved(timelines.evict());
  }

  synchronized void addChange(LedgerChange change) {
    String subject = change.subject();
    SubjectTimeline timeline = timelines.getOrCreate(subject);
    timeline.addChange(change, entryFactory);
    timelines.touch(subject, timeline);
    if (change.after() instanceof LedgerRecord && change.isNewVersion()) {
      statistics.countVersion();
    }
    clients.addSubject(subject);
    clients.addRemoved(timelines.evict());
  }

  /**
   * Adds a client. It first gets every subject, the least recently changed first, and the recent
   * events. With {@code eventsOnly} it gets only new events.
   */
  synchronized SseBuffer connect(boolean eventsOnly) {
    return clients.add(
        eventsOnly
            ? SseBuffer.forEventsOnly()
            : SseBuffer.withSnapshot(timelines.visibleSubjects(), recentEvents));
  }

  synchronized List<ObjectNode> summaries(List<String> subjects) {
    return subjects.stream()
        .map(timelines::visible)
        .flatMap(Optional::stream)
        .map(SubjectTimeline::summary)
        .toList();
  }

  synchronized Optional<ObjectNode> timeline(String subject) {
    return timelines.visible(subject).map(SubjectTimeline::toJson);
  }

  /** Returns the current statistics and the state of the socket. */
  synchronized ObjectNode channels(SocketState socket) {
    ObjectNode json = statistics.toJson();
    json.set("socket", socket.toJson());
    json.putObject("ledger")
        .put("subjects", timelines.size())
        .put("versions", statistics.versions())
        .put("conflicts", timelines.openConflicts());
    return json;
  }
}
