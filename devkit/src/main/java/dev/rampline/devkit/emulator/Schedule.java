package dev.rampline.devkit.emulator;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Turns stories into what goes over the wire: repeats, bursts of retries that run side by side,
 * words that overtake each other or never come, and forgeries in between.
 */
final class Schedule {
  private static final double BURST = 0.06;
  private static final double FORGERY = 0.5;

  private final Envelopes envelopes;
  private final Forger forger;
  private final Faults faults;
  private final Dice dice;
  private final Timeline timeline;
  private final Talk talk;
  private final Set<Word> dropped = new HashSet<>();

  Schedule(ProviderKeys keys, ChannelFaults faults, Dice dice) {
    this.faults = faults.webhook();
    this.dice = dice;
    this.envelopes = new Envelopes(keys, this.faults.cut(), dice);
    this.forger = new Forger(keys, dice);
    this.timeline = new Timeline(dice);
    this.talk = new Talk(timeline, faults.socket(), dice);
  }

  Campaign of(List<Story> stories) {
    stories.forEach(this::plan);
    talk.planCuts();
    return new Campaign(stories, timeline.inOrder(), dropped, talk.hearsay(stories));
  }

  private void plan(Story story) {
    drop(story);
    if (story.inOrder()) {
      planInOrder(story);
    } else {
      story.words().forEach(word -> plan(story, word));
    }
    if (dice.chance(FORGERY)) {
      timeline.throwBack(timeline.next(), faults, posts(forger.lie(story)));
      talk.plan(timeline.length(), forger.hearsay(story));
    }
  }

  private void drop(Story story) {
    IntStream.range(0, story.words().size())
        .filter(index -> dice.percent(faults.drop()) && story.isRepairable(index))
        .mapToObj(story.words()::get)
        .forEach(dropped::add);
  }

  private void planInOrder(Story story) {
    int place = timeline.next();
    story.words().forEach(word -> happens(place, word));
    List<List<Posting>> steps =
        story.words().stream()
            .filter(word -> !dropped.contains(word))
            .map(word -> step(story, word))
            .toList();
    timeline.throwBack(place, faults, new Act.Posts(new Lane(steps)));
  }

  private void plan(Story story, Word word) {
    int place = timeline.next();
    happens(place, word);
    if (dropped.contains(word)) {
      return;
    }
    timeline.throwBack(place, faults, new Act.Posts(new Lane(List.of(step(story, word)))));
    if (dice.percent(faults.duplicate())) {
      Posting repeat = envelopes.usual(story.truth().subject(), word);
      int repeats = 1 + dice.below(3);
      IntStream.range(0, repeats)
          .forEach(again -> timeline.throwBack(timeline.next(), faults, posts(repeat)));
    }
  }

  private void happens(int place, Word word) {
    timeline.add(place, new Act.Happens(word));
    word.echo().spoken().ifPresent(update -> talk.plan(place, update));
  }

  private static Act posts(Posting posting) {
    return new Act.Posts(Lane.of(posting));
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
}
