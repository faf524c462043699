package dev.rampline.inspector;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The timelines, the least recently changed first. A timeline without a ledger entry is kept but
 * not shown. Not thread-safe: {@link EventStore} guards it.
 */
final class LruTimelines {
  private final Map<String, SubjectTimeline> timelines = new LinkedHashMap<>();
  private final Set<String> visible = new HashSet<>();
  private final Set<String> conflicts = new HashSet<>();
  private final int capacity;

  /**
   * @param capacity the number of timelines to keep
   */
  LruTimelines(int capacity) {
    this.capacity = capacity;
  }

  /** Returns the timeline of a subject in its current position; a new one is added last. */
  SubjectTimeline getOrCreate(String subject) {
    return timelines.computeIfAbsent(subject, unknown -> new SubjectTimeline());
  }

  /** Moves a changed timeline to the end. */
  void touch(String subject, SubjectTimeline timeline) {
    timelines.remove(subject);
    timelines.put(subject, timeline);
    mark(visible, subject, timeline.entry().isPresent());
    mark(conflicts, subject, timeline.hasOpenConflict());
  }

  private static void mark(Set<String> marked, String subject, boolean isMarked) {
    if (isMarked) {
      marked.add(subject);
    } else {
      marked.remove(subject);
    }
  }

  /** Removes the timelines beyond the capacity; returns their subjects. */
  List<String> evict() {
    List<String> removed = new ArrayList<>();
    Iterator<String> oldest = timelines.keySet().iterator();
    while (timelines.size() - removed.size() > capacity) {
      removed.add(oldest.next());
    }
    removed.forEach(timelines::remove);
    removed.forEach(visible::remove);
    removed.forEach(conflicts::remove);
    return removed;
  }

  boolean isVisible(String subject) {
    return visible.contains(subject);
  }

  Optional<SubjectTimeline> visible(String subject) {
    return Optional.ofNullable(timelines.get(subject)).filter(timeline -> isVisible(subject));
  }

  /** Returns the shown subjects, the least recently changed first. */
  List<String> visibleSubjects() {
    return timelines.keySet().stream().filter(this::isVisible).toList();
  }

  int size() {
    return visible.size();
  }

  int openConflicts() {
    return conflicts.size();
  }
}
