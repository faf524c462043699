package dev.rampline.operations.doctor;

import dev.rampline.operations.doctor.CheckFinding.Failed;
import dev.rampline.operations.doctor.CheckFinding.Passed;
import dev.rampline.operations.doctor.CheckFinding.Warning;
import dev.rampline.operations.stack.StackView;
import java.util.List;

/** Checks that the last deployment of the stack succeeded. */
record StackState(StackView stack) implements Check {
  @Override
  public String name() {
    return "stack " + stack.name();
  }

  @Override
  public List<CheckFinding> run() {
    String message = "The stack is " + stack.status() + ".";
    return List.of(
        switch (stack.status()) {
          case CREATE_COMPLETE, UPDATE_COMPLETE, IMPORT_COMPLETE -> new Passed(message);
          case UPDATE_ROLLBACK_COMPLETE, IMPORT_ROLLBACK_COMPLETE ->
              new Warning(
                  message,
                  "The last deployment was rolled back. aws cloudformation describe-stack-events"
                      + " shows the reason.");
          case CREATE_IN_PROGRESS,
              UPDATE_IN_PROGRESS,
              UPDATE_COMPLETE_CLEANUP_IN_PROGRESS,
              UPDATE_ROLLBACK_IN_PROGRESS,
              UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS,
              IMPORT_IN_PROGRESS,
              IMPORT_ROLLBACK_IN_PROGRESS,
              REVIEW_IN_PROGRESS ->
              new Warning(message, "Wait until the deployment has finished, and check again.");
          default ->
              new Failed(
                  message,
                  "aws cloudformation describe-stack-events shows the reason. Then deploy again:"
                      + " docs/deploy.md.");
        });
  }
}
