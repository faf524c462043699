package dev.rampline.inspector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.message.MessageComposer;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * All that was seen: of each subject its story, of all of them together the figures. It listens to
 * the functions' lines and to the ledger's stream, and reads nothing else; the events queue is the
 * user's. Thread-safe.
 */
public final class EventStore {
  /** How many words somebody who comes later is told. */
  private static final int MAX_RECENT_EVENTS = 200;

  /** How many subjects are kept; the longest unchanged leave first. */
  static final int MAX_SUBJECTS = 20_000;

  private final Deque<ObjectNode> recentEvents = new ArrayDeque<>();
  private final ChannelStatistics figures;
  private final SseClients clients = new SseClients();
  private final VersionEntryFactory entryFactory;
  private final String environment;
  private final LruTimelines timelines;

  /**
   * @param environment as the functions have it in {@code RAMPLINE_ENVIRONMENT}
   */
  public EventStore(String environment) {
    this(environment, InstantSource.system(), MAX_SUBJECTS);
  }

  EventStore(String environment, InstantSource clock, int most) {
    this.environment = environment;
    this.entryFactory = new VersionEntryFactory(new MessageComposer(environment));
    this.figures = new ChannelStatistics(clock);
    this.timelines = new LruTimelines(most);
  }

  /** A journal that lets this chronicle hear what it writes to the other. */
  public EventLog tee(EventLog other) {
    return line -> {
      other.write(line);
      add(JsonNodes.read(line.json()));
    };
  }

  String environment() {
    return environment;
  }

  SseClients clients() {
    return clients;
  }

  synchronized void add(JsonNode line) {
    figures.update(line);
    FunctionLogEvent.of(line).ifPresent(this::add);
  }

  private void add(FunctionLogEvent arrival) {
    figures.update(arrival);
    arrival.subject().ifPresent(subject -> add(subject, arrival));
    recentEvents.add(arrival.json());
    if (recentEvents.size() > MAX_RECENT_EVENTS) {
      recentEvents.remove();
    }
    clients.addEvent(arrival.json());
  }

  private void add(String subject, FunctionLogEvent arrival) {
    timelines.getOrCreate(subject).addEvent(arrival);
    if (timelines.isVisible(subject)) {
      clients.addSubject(subject);
    }
    clients.addRemoved(timelines.evict());
  }

  synchronized void addChange(LedgerChange change) {
    String subject = change.subject();
    SubjectTimeline story = timelines.getOrCreate(subject);
    story.addChange(change, entryFactory);
    timelines.touch(subject, story);
    if (change.after() instanceof LedgerRecord && change.isNewVersion()) {
      figures.countVersion();
    }
    clients.addSubject(subject);
    clients.addRemoved(timelines.evict());
  }

  /**
   * Lets somebody in: who wants all is first shown every subject, the longest unchanged first, and
   * the latest words; who wants words alone hears those that come.
   */
  synchronized SseBuffer connect(boolean wordsOnly) {
    return clients.add(
        wordsOnly
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

  /** The figures of this moment, and what the socket does. */
  synchronized ObjectNode channels(SocketState socket) {
    ObjectNode told = figures.toJson();
    told.set("socket", socket.toJson());
    told.putObject("ledger")
        .put("subjects", timelines.size())
        .put("versions", figures.versions())
        .put("conflicts", timelines.openConflicts());
    return told;
  }
}
