package dev.rampline.devkit.recovery;

import dev.rampline.devkit.recovery.Road.Arrival.Arrived;
import dev.rampline.devkit.recovery.Road.Arrival.Blocked;
import dev.rampline.devkit.recovery.Road.Arrival.Refused;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Sends dead letters to where they belong. A letter is deleted only after that, so a run that is
 * broken off, or is made twice, sends one twice at worst, with the id that its receiver knows. Not
 * thread-safe, and good for one run.
 */
public final class Redrive {
  private final Letterbox letters;
  private final Road road;
  private final Tempo tempo;
  private final Consumer<Tally> progress;
  private final List<Message> held = new ArrayList<>();
  private int taken;

  /**
   * @param progress is told after every letter
   */
  public Redrive(
      DeadQueue from, Site site, Tempo tempo, InstantSource clock, Consumer<Tally> progress) {
    this.letters = from.letterbox(site);
    this.road = from.road(site, Mark.fresh(), clock);
    this.tempo = tempo;
    this.progress = progress;
  }

  /** Sends as many letters, at most. */
  public Tally run(int limit) {
    Tally tally = Tally.NOTHING;
    try {
      List<Message> some = take(limit);
      while (!some.isEmpty()) {
        for (Message letter : some) {
          tally = tally.stoppedBy() == null ? send(letter, tally) : kept(letter, tally);
          progress.accept(tally);
        }
        some = tally.stoppedBy() == null ? take(limit) : List.of();
      }
      return tally;
    } catch (SdkException fault) {
      return tally.stopped(String.valueOf(fault.getMessage()));
    } finally {
      giveBack();
    }
  }

  /** Names as many letters, at most, and leaves them where they are. */
  public List<String> look(int limit) {
    List<String> names = new ArrayList<>();
    try {
      for (List<Message> some = take(limit); !some.isEmpty(); some = take(limit)) {
        held.addAll(some);
        some.forEach(letter -> names.add(road.name(letter)));
      }
      return names;
    } finally {
      giveBack();
    }
  }

  private List<Message> take(int limit) {
    List<Message> some = taken < limit ? letters.take(limit - taken) : List.of();
    taken += some.size();
    return some;
  }

  private Tally send(Message letter, Tally tally) {
    tempo.await(1);
    return switch (road.send(letter)) {
      case Arrived() -> {
        letters.delete(letter);
        yield tally.sent(1);
      }
      case Refused(String reason) -> kept(letter, tally.left(road.name(letter) + ": " + reason));
      case Blocked(String reason) -> kept(letter, tally.stopped(reason));
    };
  }

  /** Held to the end of the run, which would take it again otherwise. */
  private Tally kept(Message letter, Tally tally) {
    held.add(letter);
    return tally;
  }

  private void giveBack() {
    held.forEach(letters::giveBack);
    held.clear();
  }
}
