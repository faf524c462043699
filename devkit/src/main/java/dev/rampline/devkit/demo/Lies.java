package dev.rampline.devkit.demo;

import dev.rampline.devkit.demo.Settling.Outcome;
import dev.rampline.devkit.emulator.Campaign;
import dev.rampline.devkit.emulator.Story;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Searches ledger and queue for what nobody should have believed. */
final class Lies {
  private static final String UNKNOWN = "unknown";
  private static final Set<String> ENDS =
      Set.of("completed", "failed", "cancelled", "expired", "refunded");

  private final Campaign campaign;
  private final Outcome outcome;
  private final Map<String, Expectation> expected = new HashMap<>();

  private Lies(Campaign campaign, Outcome outcome) {
    this.campaign = campaign;
    this.outcome = outcome;
    for (Story story : campaign.stories()) {
      expected.put(story.truth().subject(), Expectation.of(story, campaign.dropped()));
    }
  }

  static List<String> believed(Campaign campaign, Outcome outcome) {
    Lies lies = new Lies(campaign, outcome);
    return Stream.of(lies.marked(), lies.heard(), lies.ended()).flatMap(lie -> lie).toList();
  }

  /** Something that stands in forgeries alone. */
  private Stream<String> marked() {
    String mark = Campaign.forgeryMark();
    return Stream.concat(
        outcome.rows().values().stream()
            .filter(row -> row.raw().contains(mark))
            .map(row -> row.subject() + ": a forgery stands in the ledger"),
        outcome.messages().stream()
            .filter(message -> message.raw().contains(mark))
            .map(message -> message.id() + ": a forgery was sent"));
  }

  /** Of whom the socket alone told, nothing is known. */
  private Stream<String> heard() {
    return outcome.rows().values().stream()
        .filter(row -> campaign.hearsay().contains(row.subject()))
        .filter(row -> !row.state().equals(UNKNOWN) || !row.finals().isEmpty())
        .map(row -> row.subject() + ": " + row.state() + ", on the socket's word alone");
  }

  /** An end that neither a webhook nor the API ever told. */
  private Stream<String> ended() {
    return outcome.messages().stream()
        .filter(message -> expected.containsKey(message.subject()))
        .filter(message -> ENDS.contains(message.state()))
        .filter(message -> !ends(message.subject()).contains(message.state()))
        .map(message -> message.id() + ": " + message.state() + ", which nobody may say");
  }

  private Set<String> ends(String subject) {
    Set<String> ends = new HashSet<>();
    Expectation expectation = expected.get(subject);
    if (expectation != null) {
      ends.addAll(expectation.finals());
      ends.add(expectation.truth().state());
    }
    return ends;
  }
}
