package dev.rampline.devkit.inspector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.adapter.telemetry.Journal;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.message.MessageComposer;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that was seen: of each subject its story, of all of them together the figures. It listens to
 * the functions' lines and to the ledger's stream, and reads nothing else; the events queue is the
 * user's. Thread-safe.
 */
public final class Chronicle {
  /** How many words somebody who comes later is told. */
  private static final int LATEST_WORDS = 200;

  /** How many subjects are kept; the longest unchanged leave first. */
  static final int MOST_SUBJECTS = 20_000;

  private final Map<String, Story> stories = new LinkedHashMap<>();
  private final Set<String> conflicts = new HashSet<>();
  private final Deque<ObjectNode> latest = new ArrayDeque<>();
  private final Figures figures;
  private final Audience audience = new Audience();
  private final VersionChapter teller;
  private final String environment;
  private final int most;

  /**
   * @param environment as the functions have it in {@code RAMPLINE_ENVIRONMENT}
   */
  public Chronicle(String environment) {
    this(environment, InstantSource.system(), MOST_SUBJECTS);
  }

  Chronicle(String environment, InstantSource clock, int most) {
    this.environment = environment;
    this.teller = new VersionChapter(new MessageComposer(environment));
    this.figures = new Figures(clock);
    this.most = most;
  }

  /** A journal that lets this chronicle hear what it writes to the other. */
  public Journal beside(Journal other) {
    return line -> {
      other.write(line);
      hear(Nodes.read(line.json()));
    };
  }

  String environment() {
    return environment;
  }

  Audience audience() {
    return audience;
  }

  synchronized void hear(JsonNode line) {
    figures.hear(line);
    Arrival.of(line).ifPresent(this::hear);
  }

  private void hear(Arrival arrival) {
    figures.hear(arrival);
    arrival
        .subject()
        .ifPresent(
            subject -> {
              Story story = stories.computeIfAbsent(subject, unknown -> new Story());
              story.heard(arrival);
              show(subject, story);
            });
    latest.add(arrival.told());
    if (latest.size() > LATEST_WORDS) {
      latest.remove();
    }
    audience.hear(arrival.told());
  }

  synchronized void see(Change change) {
    String subject = change.subject();
    Story story = Optional.ofNullable(stories.remove(subject)).orElseGet(Story::new);
    stories.put(subject, story);
    story.changed(change, teller);
    if (change.after() instanceof LedgerRecord && change.makesVersion()) {
      figures.countVersion();
    }
    judge(subject, story);
    show(subject, story);
    audience.lose(forgetOldest());
  }

  private void judge(String subject, Story story) {
    if (story.hasOpenConflict()) {
      conflicts.add(subject);
    } else {
      conflicts.remove(subject);
    }
  }

  private void show(String subject, Story story) {
    if (story.entry().isPresent()) {
      audience.change(subject);
    }
  }

  private List<String> forgetOldest() {
    List<String> gone = new ArrayList<>();
    Iterator<String> oldest = stories.keySet().iterator();
    while (stories.size() - gone.size() > most) {
      gone.add(oldest.next());
    }
    gone.forEach(
        subject -> {
          stories.remove(subject);
          conflicts.remove(subject);
        });
    return gone;
  }

  /**
   * Lets somebody in: who wants all is first shown every subject, the longest unchanged first, and
   * the latest words; who wants words alone hears those that come.
   */
  synchronized Mailbox join(boolean wordsOnly) {
    List<String> known =
        stories.entrySet().stream()
            .filter(story -> story.getValue().entry().isPresent())
            .map(Map.Entry::getKey)
            .toList();
    return audience.join(wordsOnly ? Mailbox.ofWords() : Mailbox.startingWith(known, latest));
  }

  synchronized List<ObjectNode> summaries(List<String> subjects) {
    return subjects.stream()
        .map(stories::get)
        .filter(story -> story != null && story.entry().isPresent())
        .map(Story::summary)
        .toList();
  }

  synchronized Optional<ObjectNode> story(String subject) {
    return Optional.ofNullable(stories.get(subject))
        .filter(story -> story.entry().isPresent())
        .map(Story::told);
  }

  /** The figures of this moment, and what the socket does. */
  synchronized ObjectNode channels(SocketState socket) {
    ObjectNode told = figures.told();
    told.set("socket", socket.told());
    told.putObject("ledger")
        .put("subjects", stories.size())
        .put("versions", figures.versions())
        .put("conflicts", conflicts.size());
    return told;
  }
}
