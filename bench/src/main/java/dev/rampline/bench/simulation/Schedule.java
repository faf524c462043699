package dev.rampline.bench.simulation;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import dev.rampline.bench.world.Instance;
import dev.rampline.function.ReconcileConfiguration;
import dev.rampline.function.RotationSettings;
import dev.rampline.function.reconcile.ReconcileHandler;
import dev.rampline.function.rotation.RotationHandler;
import java.time.Duration;
import java.util.Map;

/** The functions that run by the clock: reconciliation and rotation. */
final class Schedule {
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

  /** Has both run after so long; a run of the one may meet a run of the other. */
  void runAfter(Duration wait) {
    scene.world().timeline().after(wait, this::rotate);
    scene.world().timeline().after(wait.plusSeconds(1), this::reconcile);
  }

  private void rotate() {
    rotators.invoke(new ScheduledEvent(), (process, result) -> process.note(result), () -> {});
  }

  private void reconcile() {
    reconcilers.invoke(Map.of(), (process, result) -> process.note(result), () -> {});
  }
}
