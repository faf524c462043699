package dev.rampline.consumer;

/**
 * What a consumer does. It is called at least once for a change, so the same one may come again
 * (after a crash, a lost answer, a timeout): what it does must be the same done twice.
 */
@FunctionalInterface
public interface ChangeHandler {
  /**
   * Does what is to be done.
   *
   * @throws Exception to have the message again later, with all that follow it on its subject
   */
  void onChange(Change change) throws Exception;
}
