package dev.rampline.consumer;

/**
 * Handles the changes of subjects. It is called at least once for a change, so a change may be
 * repeated after a crash, a lost response or a timeout. It must be idempotent.
 */
@FunctionalInterface
public interface ChangeHandler {
  /**
   * Handles a change.
   *
   * @throws Exception to receive the message again later, with all that follow it in its group
   */
  void onChange(Change change) throws Exception;
}
