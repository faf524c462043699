package dev.rampline.devkit.inspector;

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
final class Shelf {
  private final Map<String, Story> stories = new LinkedHashMap<>();
  private final Set<String> shown = new HashSet<>();
  private final Set<String> conflicts = new HashSet<>();
  private final int most;

  /**
   * @param most how many stories there is room for
   */
  Shelf(int most) {
    this.most = most;
  }

  /** The story of that subject, where it stands; a new one stands last. */
  Story of(String subject) {
    return stories.computeIfAbsent(subject, unknown -> new Story());
  }

  /** Puts the story of that subject last: it has just changed. */
  void changed(String subject, Story story) {
    stories.remove(subject);
    stories.put(subject, story);
    mark(shown, subject, story.entry().isPresent());
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
  List<String> clear() {
    List<String> gone = new ArrayList<>();
    Iterator<String> oldest = stories.keySet().iterator();
    while (stories.size() - gone.size() > most) {
      gone.add(oldest.next());
    }
    gone.forEach(stories::remove);
    gone.forEach(shown::remove);
    gone.forEach(conflicts::remove);
    return gone;
  }

  boolean shows(String subject) {
    return shown.contains(subject);
  }

  Optional<Story> shown(String subject) {
    return Optional.ofNullable(stories.get(subject)).filter(story -> shows(subject));
  }

  /** Whose stories are shown, the longest unchanged first. */
  List<String> subjects() {
    return stories.keySet().stream().filter(this::shows).toList();
  }

  int size() {
    return shown.size();
  }

  int openConflicts() {
    return conflicts.size();
  }
}
