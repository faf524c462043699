package dev.rampline.devkit.emulator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Turns stories into what goes over the wire: repeats, bursts of retries that run side by side,
 * words that overtake each other, and forgeries in between.
 */
final class Schedule {
  /** How many places a word may be thrown back. */
  private static final double WINDOW = 24;

  private static final double REPEATED = 0.25;
  private static final double BURST = 0.06;
  private static final double FORGERY = 0.5;

  private final Envelopes envelopes;
  private final Forger forger;
  private final Dice dice;

  Schedule(ProviderKeys keys, Dice dice) {
    this.envelopes = new Envelopes(keys, dice);
    this.forger = new Forger(keys, dice);
    this.dice = dice;
  }

  List<Lane> lanes(List<Story> stories) {
    List<Lane> lanes = stories.stream().flatMap(this::lanes).toList();
    return IntStream.range(0, lanes.size())
        .mapToObj(index -> new Place(index + dice.share() * WINDOW, lanes.get(index)))
        .sorted(Comparator.comparingDouble(Place::at))
        .map(Place::lane)
        .toList();
  }

  private Stream<Lane> lanes(Story story) {
    List<Lane> lanes = new ArrayList<>(story.inOrder() ? inOrder(story) : anyOrder(story));
    if (dice.chance(FORGERY)) {
      lanes.add(Lane.of(forger.lie(story)));
    }
    return lanes.stream();
  }

  private List<Lane> inOrder(Story story) {
    List<List<Posting>> steps = story.words().stream().map(word -> step(story, word)).toList();
    return List.of(new Lane(steps));
  }

  private List<Lane> anyOrder(Story story) {
    List<Lane> lanes = new ArrayList<>();
    for (Word word : story.words()) {
      lanes.add(new Lane(List.of(step(story, word))));
      if (dice.chance(REPEATED)) {
        int repeats = 1 + dice.below(3);
        Posting repeat = envelopes.usual(story.truth().subject(), word);
        lanes.addAll(Collections.nCopies(repeats, Lane.of(repeat)));
      }
    }
    return lanes;
  }

  /** One posting, or several of the same word at once, each spelled in its own way. */
  private List<Posting> step(Story story, Word word) {
    String subject = story.truth().subject();
    int odd = dice.chance(BURST) ? 3 + dice.below(4) : 0;
    return Stream.concat(
            Stream.of(envelopes.usual(subject, word)),
            IntStream.range(0, odd).mapToObj(index -> envelopes.odd(subject, word)))
        .toList();
  }

  private record Place(double at, Lane lane) {}
}
