package dev.rampline.simulation;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import dev.rampline.function.ReconcileConfiguration;
import dev.rampline.function.RotationConfiguration;
import dev.rampline.function.reconcile.ReconcileHandler;
import dev.rampline.function.rotation.RotationHandler;
import dev.rampline.simulation.environment.SimulatedClock;
import dev.rampline.simulation.environment.SimulatedProcess;
import java.time.Duration;
import java.util.Map;

/** Schedules the functions that run periodically: reconciliation and rotation. */
final class ScheduledFunctions {
  private static final Duration FIRST_RUN = Duration.ofMinutes(5);
  private static final Duration RUN_INTERVAL = Duration.ofMinutes(15);
  private static final Duration RECONCILE_DELAY = Duration.ofSeconds(1);
  private static final int FINAL_RUNS = 3;

  private final SimulationContext context;
  private final InstancePool<Map<String, Object>, String> reconcilers;
  private final InstancePool<ScheduledEvent, String> rotators;

  ScheduledFunctions(SimulationContext context) {
    this.context = context;
    this.reconcilers = new InstancePool<>("reconcile", context.environment(), this::reconciler);
    this.rotators = new InstancePool<>("rotation", context.environment(), this::rotator);
  }

  private RequestHandler<Map<String, Object>, String> reconciler(SimulatedProcess process) {
    return new ReconcileHandler(
        context
            .functionsModule(process)
            .reconciliation(ReconcileConfiguration.of(context.settings())));
  }

  private RequestHandler<ScheduledEvent, String> rotator(SimulatedProcess process) {
    return new RotationHandler(
        context.functionsModule(process).rotation(RotationConfiguration.of(context.settings())));
  }

  /** When the order list is scanned, as an offset from the start; 0 is the first scan. */
  static Duration reconcileTime(int number) {
    return FIRST_RUN.plus(RUN_INTERVAL.multipliedBy(number)).plus(RECONCILE_DELAY);
  }

  /** Schedules both: often during the faults, and some more before the end. */
  void plan(Duration trouble, Duration end, boolean reconciles) {
    for (Duration at = FIRST_RUN; at.compareTo(trouble) < 0; at = at.plus(RUN_INTERVAL)) {
      runAfter(at, reconciles);
    }
    for (int runs = 1; runs <= FINAL_RUNS; runs++) {
      runAfter(end.minus(RUN_INTERVAL.multipliedBy(runs)), reconciles);
    }
  }

  /** Runs of the two functions may overlap. */
  private void runAfter(Duration wait, boolean reconciles) {
    SimulatedClock timeline = context.environment().clock();
    timeline.scheduleAfter(wait, this::rotate);
    if (reconciles) {
      timeline.scheduleAfter(wait.plus(RECONCILE_DELAY), this::reconcile);
    }
  }

  private void rotate() {
    rotators.invoke(new ScheduledEvent(), (process, result) -> process.trace(result), () -> {});
  }

  private void reconcile() {
    reconcilers.invoke(Map.of(), (process, result) -> process.trace(result), () -> {});
  }
}
