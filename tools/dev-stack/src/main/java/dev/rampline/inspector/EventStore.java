package dev.rampline.inspector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.event.Subject;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.listen.EventStreamListener;
import dev.rampline.listen.ReceivedEvent;
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
  private static final int MAX_SUBJECTS = 20_000;

  private final Deque<ObjectNode> recentEvents = new ArrayDeque<>();
  private final ChannelStatistics statistics;
  private final SseClients clients = new SseClients();
  private final VersionEntryFactory entryFactory;
  private final LruTimelines timelines;

  /**
   * @param environment the value of {@code RAMPLINE_ENVIRONMENT} in the functions
   */
  public EventStore(String environment) {
    this(environment, InstantSource.system(), MAX_SUBJECTS);
  }

  EventStore(String environment, InstantSource clock, int capacity) {
    this.entryFactory = new VersionEntryFactory(new MessageComposer(environment));
    this.statistics = new ChannelStatistics(clock);
    this.timelines = new LruTimelines(capacity);
  }

  /** Returns a log that writes to another log and to this store. */
  public EventLog tee(EventLog other) {
    return entry -> {
      other.write(entry);
      addLogEntry(JsonNodes.read(entry.json()));
    };
  }

  SseClients clients() {
    return clients;
  }

  /** Adds the text of a log entry. Another text, such as one of Lambda's own, has no effect. */
  public void addLogText(String text) {
    try {
      addLogEntry(JsonNodes.read(text));
    } catch (IllegalArgumentException other) {
      // Lambda's own entries on failures are not JSON in every log format.
    }
  }

  /** Adds the log entry of a function. */
  synchronized void addLogEntry(JsonNode entry) {
    statistics.update(entry);
    InspectorEvent.of(entry).ifPresent(this::addLogEvent);
  }

  private void addLogEvent(InspectorEvent event) {
    Optional<String> subject = event.subject().flatMap(logId -> addToTimeline(logId, event));
    if (!event.isLedgerChange()) {
      addEvent(subject.map(event::withSubject).orElse(event));
    }
  }

  /** Returns the subject if it is known. */
  private Optional<String> addToTimeline(String logId, InspectorEvent event) {
    SubjectTimeline timeline = timelines.getOrCreate(logId);
    timeline.addEvent(event);
    timeline.subject().ifPresent(clients::addSubject);
    clients.addRemoved(timelines.evict());
    return timeline.subject();
  }

  private void addEvent(InspectorEvent event) {
    statistics.update(event);
    recentEvents.add(event.json());
    if (recentEvents.size() > MAX_RECENT_EVENTS) {
      recentEvents.remove();
    }
    clients.addEvent(event.json());
  }

  /**
   * Adds a write to the ledger.
   *
   * @param live whether it is made now; an older one is no new event
   */
  synchronized void addChange(LedgerChange change, boolean live) {
    boolean isNew = timelines.moveToEnd(change.subject()).addChange(change, entryFactory);
    if (isNew && live && change.after() instanceof LedgerRecord record) {
      addEvent(InspectorEvent.of(record));
    }
    clients.addSubject(change.subject().text());
    clients.addRemoved(timelines.evict());
  }

  /**
   * Adds an entry that was read from the table. It is no new event: the timeline shows what the
   * record keeps about earlier ones.
   */
  public synchronized void addStored(Entry entry) {
    Subject subject = entry.subject();
    if (timelines.getOrCreate(subject.logId()).addStored(entry, entryFactory)) {
      timelines.moveToEnd(subject);
      clients.addSubject(subject.text());
    }
    clients.addRemoved(timelines.evict());
  }

  /** Passes each new event to a listener, until that is done. */
  public void listen(EventStreamListener listener) throws InterruptedException {
    SseBuffer buffer = connect(true);
    try {
      listener.onOpen();
      while (!listener.isDone()) {
        buffer.next().ifPresent(batch -> pass(batch, listener));
      }
    } finally {
      clients.remove(buffer);
    }
  }

  private static void pass(SseBuffer.Batch batch, EventStreamListener listener) {
    if (batch.dropped() > 0) {
      listener.onDropped(batch.dropped());
    }
    for (ObjectNode event : batch.events()) {
      if (!listener.isDone()) {
        listener.onEvent(new ReceivedEvent(event));
      }
    }
  }

  /**
   * Adds a client. It first gets every subject, the least recently changed first, and the recent
   * events. With {@code eventsOnly} it gets only new events.
   */
  synchronized SseBuffer connect(boolean eventsOnly) {
    return clients.add(
        eventsOnly
            ? SseBuffer.forEventsOnly()
            : SseBuffer.withSnapshot(
                timelines.shown().flatMap(shown -> shown.subject().stream()).toList(),
                recentEvents));
  }

  synchronized List<ObjectNode> summaries(List<String> subjects) {
    return subjects.stream()
        .map(subject -> timelines.find(new Subject(subject)))
        .flatMap(Optional::stream)
        .map(SubjectTimeline::summary)
        .toList();
  }

  synchronized Optional<ObjectNode> timeline(Subject subject) {
    return timelines.find(subject).map(SubjectTimeline::toJson);
  }

  /** Returns the current statistics and the state of the socket. */
  synchronized ObjectNode channels(SocketState socket) {
    ObjectNode json = statistics.toJson();
    json.set("socket", socket.toJson(statistics.lastSocketEvent()));
    json.putObject("ledger")
        .put("subjects", timelines.shown().count())
        .put("conflicts", timelines.shown().filter(SubjectTimeline::hasOpenConflict).count());
    return json;
  }
}
