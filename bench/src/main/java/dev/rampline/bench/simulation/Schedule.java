package dev.rampline.bench.simulation;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import dev.rampline.bench.world.Instance;
import dev.rampline.bench.world.Timeline;
import dev.rampline.function.ReconcileConfiguration;
import dev.rampline.function.RotationSettings;
import dev.rampline.function.reconcile.ReconcileHandler;
import dev.rampline.function.rotation.RotationHandler;
import java.time.Duration;
import java.util.Map;

/** The functions that run by the clock: reconciliation and rotation. */
final class Schedule {
  private static final Duration FIRST_RUN = Duration.ofMinutes(5);
  private static final Duration BETWEEN_RUNS = Duration.ofMinutes(15);
  private static final Duration BETWEEN_THE_TWO = Duration.ofSeconds(1);
  private static final int RUNS_AT_THE_END = 3;

  private final Scene scene;
  private final Fleet<Map<String, Object>, String> reconcilers;
  private final Fleet<ScheduledEvent, String> rotators;

  Schedule(Scene scene) {
    this.scene = scene;
    this.reconcilers = new Fleet<>("reconcile", scene.world(), this::reconciler);
    this.rotators = new Fleet<>("rotation", scene.world(), this::rotator);
  }

  private RequestHandler<Map<String, Object>, String> reconciler(Instance process) {
    return new ReconcileHandler(
        scene.composition(process).reconciling(ReconcileConfiguration.of(scene.settings())));
  }

  private RequestHandler<ScheduledEvent, String> rotator(Instance process) {
    return new RotationHandler(
        scene.composition(process).rotating(RotationSettings.of(scene.settings())));
  }

  /** When the list of orders is read, from the beginning; 0 is the first time. */
  static Duration timeOfRun(int number) {
    return FIRST_RUN.plus(BETWEEN_RUNS.multipliedBy(number)).plus(BETWEEN_THE_TWO);
  }

  /** Plans both, often while things go wrong, and some more before the end. */
  void plan(Duration trouble, Duration end, boolean reconciles) {
    for (Duration at = FIRST_RUN; at.compareTo(trouble) < 0; at = at.plus(BETWEEN_RUNS)) {
      runAfter(at, reconciles);
    }
    for (int runs = 1; runs <= RUNS_AT_THE_END; runs++) {
      runAfter(end.minus(BETWEEN_RUNS.multipliedBy(runs)), reconciles);
    }
  }

  /** A run of the one may meet a run of the other. */
  private void runAfter(Duration wait, boolean reconciles) {
    Timeline timeline = scene.world().timeline();
    timeline.after(wait, this::rotate);
    if (reconciles) {
      timeline.after(wait.plus(BETWEEN_THE_TWO), this::reconcile);
    }
  }

  private void rotate() {
    rotators.invoke(new ScheduledEvent(), (process, result) -> process.note(result), () -> {});
  }

  private void reconcile() {
    reconcilers.invoke(Map.of(), (process, result) -> process.note(result), () -> {});
  }
}
