package dev.rampline.devkit.inspector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.adapter.telemetry.Journal;
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
public final class Chronicle {
  /** How many words somebody who comes later is told. */
  private static final int LATEST_WORDS = 200;

  /** How many subjects are kept; the longest unchanged leave first. */
  static final int MOST_SUBJECTS = 20_000;

  private final Deque<ObjectNode> latest = new ArrayDeque<>();
  private final Figures figures;
  private final Audience audience = new Audience();
  private final VersionChapter teller;
  private final String environment;
  private final Shelf shelf;

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
    this.shelf = new Shelf(most);
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
    arrival.subject().ifPresent(subject -> hear(subject, arrival));
    latest.add(arrival.told());
    if (latest.size() > LATEST_WORDS) {
      latest.remove();
    }
    audience.hear(arrival.told());
  }

  private void hear(String subject, Arrival arrival) {
    shelf.of(subject).heard(arrival);
    if (shelf.shows(subject)) {
      audience.change(subject);
    }
    audience.lose(shelf.clear());
  }

  synchronized void see(Change change) {
    String subject = change.subject();
    Story story = shelf.of(subject);
    story.changed(change, teller);
    shelf.changed(subject, story);
    if (change.after() instanceof LedgerRecord && change.makesVersion()) {
      figures.countVersion();
    }
    audience.change(subject);
    audience.lose(shelf.clear());
  }

  /**
   * Lets somebody in: who wants all is first shown every subject, the longest unchanged first, and
   * the latest words; who wants words alone hears those that come.
   */
  synchronized Mailbox join(boolean wordsOnly) {
    return audience.join(
        wordsOnly ? Mailbox.ofWords() : Mailbox.startingWith(shelf.subjects(), latest));
  }

  synchronized List<ObjectNode> summaries(List<String> subjects) {
    return subjects.stream()
        .map(shelf::shown)
        .flatMap(Optional::stream)
        .map(Story::summary)
        .toList();
  }

  synchronized Optional<ObjectNode> story(String subject) {
    return shelf.shown(subject).map(Story::told);
  }

  /** The figures of this moment, and what the socket does. */
  synchronized ObjectNode channels(SocketState socket) {
    ObjectNode told = figures.told();
    told.set("socket", socket.told());
    told.putObject("ledger")
        .put("subjects", shelf.size())
        .put("versions", figures.versions())
        .put("conflicts", shelf.openConflicts());
    return told;
  }
}
