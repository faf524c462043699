package dev.rampline.subscriber.intake;

import dev.rampline.event.Subject;
import dev.rampline.subscriber.intake.Intake.Api;
import dev.rampline.subscriber.intake.Intake.Parts;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How claims and gaps are answered, where there is an API to ask. */
interface Answers {
  /** Claims are read back here. */
  ReadBacks readBacks();

  /** Gaps are reconciled here. */
  Gap gap();

  void start();

  void stop();

  static Answers of(Parts parts, int capacity, Telling telling) {
    Api api = parts.api();
    return api == null ? new Silence() : new Asking(api, parts, capacity, telling);
  }

  /** There is nobody to ask. */
  record Silence() implements Answers {
    @Override
    public ReadBacks readBacks() {
      return ReadBacks.NONE;
    }

    @Override
    public Gap gap() {
      return Gap.UNKNOWN;
    }

    @Override
    public void start() {}

    @Override
    public void stop() {}
  }

  /** The API is asked; however slow it is, no claim waits for it. */
  final class Asking implements Answers, ReadBacks {
    private final Backlog<Optional<String>> backlog;
    private final Stage<Optional<String>> stage;
    private final GapReconciliation gap;

    private Asking(Api api, Parts parts, int capacity, Telling telling) {
      this.backlog = new Backlog<>(capacity);
      ReadBackWork work = new ReadBackWork(api.readBack(), parts.ledger(), telling, parts.clock());
      this.stage = new Stage<>(backlog, work, parts.crews().readBacks(), parts.onDeath());
      this.gap =
          new GapReconciliation(
              api.reconciliation(), telling, parts.clock(), parts.crews().gap(), parts.onDeath());
    }

    /** A subject that finds no room is left to the reconciler: its record says that it is. */
    @Override
    public void ask(Subject subject, @Nullable String providerId) {
      backlog.put(subject, Optional.ofNullable(providerId));
    }

    @Override
    public ReadBacks readBacks() {
      return this;
    }

    @Override
    public Gap gap() {
      return gap;
    }

    @Override
    public void start() {
      stage.start();
    }

    @Override
    public void stop() {
      gap.stop();
      stage.drain(Duration.ZERO);
    }
  }
}
