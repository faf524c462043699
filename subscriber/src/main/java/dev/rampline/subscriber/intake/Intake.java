package dev.rampline.subscriber.intake;

import dev.rampline.adapter.telemetry.Journal;
import dev.rampline.adapter.telemetry.Line;
import dev.rampline.adapter.telemetry.Metric;
import dev.rampline.decoding.SocketDecoder;
import dev.rampline.decoding.SocketDecodingResult;
import dev.rampline.ingest.Ingest;
import dev.rampline.ledger.Ledger;
import dev.rampline.reconcile.ProviderLookup;
import dev.rampline.reconcile.Reconciliation;
import dev.rampline.subscriber.socket.SocketEvent;
import dev.rampline.subscriber.socket.SocketListener;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes in what the socket says (design §7): what it hears it only puts down, so that the socket
 * never waits. Workers write each word as a claim and have it answered by the provider's API, and
 * what may have been missed is asked for after every gap. Thread-safe.
 */
public final class Intake implements SocketListener {
  private final SocketDecoder decoder = new SocketDecoder();
  private final Telling telling;
  private final InstantSource clock;
  private final Consumer<Throwable> onDeath;
  private final Backlog<SocketDecodingResult.Update> backlog;
  private final Stage<SocketDecodingResult.Update> claims;
  private final Answers answers;

  /**
   * Makes it; it works once it is started.
   *
   * @param capacity how many subjects may wait at most
   */
  public Intake(Parts parts, int capacity) {
    this.telling = new Telling(parts.journal, parts.clock);
    this.clock = parts.clock;
    this.onDeath = parts.onDeath;
    this.backlog = new Backlog<>(capacity);
    this.answers = Answers.of(parts, capacity, telling);
    ClaimWork work =
        new ClaimWork(parts.ingest, answers.readBacks(), answers.gap(), telling, clock);
    this.claims = new Stage<>(backlog, work, parts.crews.claims(), onDeath);
  }

  /** Begins to work. */
  public void start() {
    answers.start();
    claims.start();
  }

  @Override
  public void heard(SocketEvent event) {
    try {
      var argument = event.arguments().isEmpty() ? null : event.arguments().getFirst();
      switch (decoder.decode(event.name(), argument, clock.instant())) {
        case SocketDecodingResult.Update told -> put(told);
        case SocketDecodingResult.Pong() -> {}
        case SocketDecodingResult.Unknown() -> telling.count(Metric.UNKNOWN_WORDS);
      }
    } catch (Error fatal) {
      onDeath.accept(fatal);
      throw fatal;
    }
  }

  @Override
  public void subscribed() {
    telling.write(telling.line().tell("socket", "subscribed"));
    answers.gap().reconcile();
  }

  @Override
  public void lost(String reason) {
    telling.write(telling.line().tell("socket", "lost").tell("reason", reason));
  }

  @Override
  public void failed(String reason) {
    telling.write(telling.line().tell("socket", "failed").tell("reason", reason));
  }

  /** Measures how it does, and what it has done since that was told last. */
  public void tell(Line line) {
    line.measure(Metric.BUFFER_DEPTH, backlog.depth());
    telling.tellCounts(line);
  }

  /**
   * Writes what waits, for no longer than that, and ends. What is read back by then is; the claims
   * of the others stand until the reconciler looks at them.
   *
   * @return how many subjects were not written
   */
  public int drain(Duration longest) {
    int left = claims.drain(longest);
    answers.stop();
    return left;
  }

  private void put(SocketDecodingResult.Update told) {
    if (!backlog.put(told.event().subject(), told)) {
      telling.count(Metric.WORDS_DROPPED);
      answers.gap().reconcile();
    }
  }

  /**
   * What it works with.
   *
   * @param ingest takes claims in
   * @param ledger that it writes to
   * @param api who can be asked; null: nobody
   * @param crews who works
   * @param onDeath told of what the process cannot go on with
   */
  public record Parts(
      Ingest ingest,
      Ledger ledger,
      @Nullable Api api,
      Journal journal,
      InstantSource clock,
      Crews crews,
      Consumer<Throwable> onDeath) {
    public Parts {
      Objects.requireNonNull(ingest, "ingest");
      Objects.requireNonNull(ledger, "ledger");
      Objects.requireNonNull(journal, "journal");
      Objects.requireNonNull(clock, "clock");
      Objects.requireNonNull(crews, "crews");
      Objects.requireNonNull(onDeath, "onDeath");
    }
  }

  /**
   * The provider's API.
   *
   * @param readBack asks about one subject
   * @param reconciliation asks about all
   */
  public record Api(ProviderLookup readBack, Reconciliation reconciliation) {
    public Api {
      Objects.requireNonNull(readBack, "readBack");
      Objects.requireNonNull(reconciliation, "reconciliation");
    }
  }
}
