package dev.rampline.operations.doctor;

import dev.rampline.operations.doctor.CheckFinding.Failed;
import dev.rampline.operations.doctor.CheckFinding.Passed;
import dev.rampline.operations.doctor.CheckFinding.Warning;
import java.util.List;

/** Whether the last deployment went through. */
record StackState(StackView stack) implements Check {
  @Override
  public String name() {
    return "stack " + stack.name();
  }

  @Override
  public List<CheckFinding> run() {
    String told = "It is " + stack.status() + ".";
    return List.of(
        switch (stack.status()) {
          case CREATE_COMPLETE, UPDATE_COMPLETE, IMPORT_COMPLETE -> new Passed(told);
          case UPDATE_ROLLBACK_COMPLETE, IMPORT_ROLLBACK_COMPLETE ->
              new Warning(
                  told,
                  "The last deployment was taken back: aws cloudformation describe-stack-events"
                      + " says why.");
          case CREATE_IN_PROGRESS,
              UPDATE_IN_PROGRESS,
              UPDATE_COMPLETE_CLEANUP_IN_PROGRESS,
              UPDATE_ROLLBACK_IN_PROGRESS,
              UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS,
              IMPORT_IN_PROGRESS,
              IMPORT_ROLLBACK_IN_PROGRESS,
              REVIEW_IN_PROGRESS ->
              new Warning(told, "Wait for the end of the deployment, and ask again.");
          default ->
              new Failed(
                  told,
                  "aws cloudformation describe-stack-events says why; then deploy again"
                      + " (docs/deploy.md).");
        });
  }
}
