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
 * The stories, the longest unchanged first. Those of which only words were heard, and nothing was
 * seen in the ledger yet, are kept and not shown. Not thread-safe: the chronicle guards it.
 */
final class LruTimelines {
  private final Map<String, SubjectTimeline> timelines = new LinkedHashMap<>();
  private final Set<String> visible = new HashSet<>();
  private final Set<String> conflicts = new HashSet<>();
  private final int capacity;

  /**
   * @param most how many stories there is room for
   */
  LruTimelines(int most) {
    this.capacity = most;
  }

  /** The story of that subject, where it stands; a new one stands last. */
  SubjectTimeline getOrCreate(String subject) {
    return timelines.computeIfAbsent(subject, unknown -> new SubjectTimeline());
  }

  /** Puts the story of that subject last: it has just changed. */
  void touch(String subject, SubjectTimeline story) {
    timelines.remove(subject);
    timelines.put(subject, story);
    mark(visible, subject, story.entry().isPresent());
    mark(conflicts, subject, story.hasOpenConflict());
  }

  private static void mark(Set<String> marked, String subject, boolean holds) {
    if (holds) {
      marked.add(subject);
    } else {
      marked.remove(subject);
    }
  }

  /** Takes down what there is no room for; returns whose stories those are. */
  List<String> evict() {
    List<String> gone = new ArrayList<>();
    Iterator<String> oldest = timelines.keySet().iterator();
    while (timelines.size() - gone.size() > capacity) {
      gone.add(oldest.next());
    }
    gone.forEach(timelines::remove);
    gone.forEach(visible::remove);
    gone.forEach(conflicts::remove);
    return gone;
  }

  boolean isVisible(String subject) {
    return visible.contains(subject);
  }

  Optional<SubjectTimeline> visible(String subject) {
    return Optional.ofNullable(timelines.get(subject)).filter(story -> isVisible(subject));
  }

  /** Whose stories are shown, the longest unchanged first. */
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
