package dev.rampline.inspector;

import dev.rampline.event.Subject;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The timelines, the least recently changed first. A key is the log id of a subject, which log
 * entries and the ledger have in common. A timeline without a ledger entry is kept but not shown.
 * Not thread-safe: {@link EventStore} guards it.
 */
final class LruTimelines {
  private final Map<String, SubjectTimeline> timelines = new LinkedHashMap<>();
  private final int capacity;

  /**
   * @param capacity the number of timelines to keep
   */
  LruTimelines(int capacity) {
    this.capacity = capacity;
  }

  /** Returns the timeline with a log id in its current position; a new one is added last. */
  SubjectTimeline getOrCreate(String logId) {
    return timelines.computeIfAbsent(logId, unknown -> new SubjectTimeline());
  }

  /** Returns the timeline of a subject that has changed, and moves it to the end. */
  SubjectTimeline moveToEnd(Subject subject) {
    SubjectTimeline timeline = getOrCreate(subject.logId());
    timelines.remove(subject.logId());
    timelines.put(subject.logId(), timeline);
    return timeline;
  }

  /** Removes the timelines beyond the capacity; returns the subjects of those that were shown. */
  List<String> evict() {
    List<String> removed = new ArrayList<>();
    Iterator<SubjectTimeline> oldest = timelines.values().iterator();
    while (timelines.size() > capacity) {
      oldest.next().subject().ifPresent(removed::add);
      oldest.remove();
    }
    return removed;
  }

  /** Returns the timeline that is shown of a subject. */
  Optional<SubjectTimeline> find(Subject subject) {
    return Optional.ofNullable(timelines.get(subject.logId()))
        .filter(timeline -> timeline.subject().isPresent());
  }

  /** Returns the shown timelines, the least recently changed first. */
  Stream<SubjectTimeline> shown() {
    return timelines.values().stream().filter(timeline -> timeline.subject().isPresent());
  }
}
