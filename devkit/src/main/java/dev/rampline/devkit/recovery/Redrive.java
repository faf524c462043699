package dev.rampline.devkit.recovery;

import dev.rampline.adapter.aws.AwsFaults;
import dev.rampline.adapter.sqs.Refusals;
import dev.rampline.devkit.recovery.Road.Arrival;
import dev.rampline.devkit.recovery.Road.Arrival.Arrived;
import dev.rampline.devkit.recovery.Road.Arrival.Blocked;
import dev.rampline.devkit.recovery.Road.Arrival.Refused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Sends dead letters to where they belong. A letter is deleted only after that, so a run that is
 * broken off, or is made twice, sends one twice at worst, with the id that its receiver knows. What
 * was taken and not sent is given back at the end, whatever ends it. Not thread-safe, and good for
 * one run.
 */
public final class Redrive {
  /** Beside what the tempo wants for a batch; a run that is killed keeps letters for so long. */
  private static final Duration SPARE = Duration.ofSeconds(30);

  private final Letterbox letters;
  private final Road road;
  private final Terms terms;
  private final Held held;
  private Tally tally = Tally.NOTHING;

  /** Takes from there. */
  public Redrive(DeadQueue from, Site site, Terms terms) {
    this.letters = from.letterbox(site);
    this.road = from.road(site, Mark.fresh(), terms);
    this.terms = terms;
    this.held =
        new Held(
            letters,
            terms.clock().instant(),
            SPARE.plus(terms.tempo().timeFor(Letterbox.MAX_TAKEN)));
  }

  /** Sends as many letters, at most. */
  public Tally run(int limit) {
    try {
      int elsewhere = letters.inFlight();
      sendAll(limit);
      tellLater();
      held.close();
      if (tally.stoppedBy() == null && tally.sent() < limit) {
        leave(Math.min(elsewhere, letters.inFlight()));
      }
    } catch (SdkException fault) {
      tally = tally.stopped(String.valueOf(fault.getMessage()));
    } finally {
      held.close();
    }
    return tally;
  }

  /** Names as many letters, at most, and leaves them where they are. */
  public List<String> look(int limit) {
    List<String> names = new ArrayList<>();
    try (held) {
      for (List<Message> some = held.take(limit); !some.isEmpty(); ) {
        some.forEach(letter -> names.add(road.name(letter)));
        some =
            names.size() < limit && !terms.operator().hasEnough()
                ? held.take(limit - names.size())
                : List.of();
      }
      return names;
    }
  }

  private void sendAll(int limit) {
    boolean more = true;
    while (more && tally.sent() < limit) {
      List<Message> some = held.take(limit - tally.sent());
      Iterator<Message> next = some.iterator();
      while (next.hasNext() && goesOn()) {
        send(next.next());
        terms.operator().hear(tally);
      }
      more = !some.isEmpty() && goesOn();
    }
  }

  private boolean goesOn() {
    if (tally.stoppedBy() == null && terms.operator().hasEnough()) {
      tally = tally.stopped(Terms.ENOUGH);
    }
    return tally.stoppedBy() == null;
  }

  private void send(Message letter) {
    terms.tempo().await(1);
    switch (arrival(letter)) {
      case Arrived() -> {
        held.delete(letter);
        tally = tally.sent(1);
      }
      case Refused(String reason) -> tally = tally.left(road.name(letter) + ": " + reason);
      case Blocked(String reason) -> tally = tally.stopped(reason);
    }
  }

  /** What is said against a letter itself stops no other. */
  private Arrival arrival(Message letter) {
    try {
      return road.send(letter);
    } catch (SdkException fault) {
      if (Refusals.isOfContent(fault)) {
        return Refused.byTheQueue(AwsFaults.name(fault));
      }
      throw fault;
    }
  }

  private void tellLater() {
    long later = held.later();
    if (later > 0) {
      tally = tally.left("%d came while this ran: see why, before you go on".formatted(later));
    }
  }

  /**
   * SQS tells the number late, and letters of this run may be among it for a while; those that were
   * in flight before it began are not this run's.
   */
  private void leave(int elsewhere) {
    if (elsewhere > 0) {
      tally =
          tally.left(
              "%d in flight elsewhere, as after a run that was killed: come again in a minute"
                  .formatted(elsewhere));
    }
  }
}
