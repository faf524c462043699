package dev.rampline.emulator;

import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * What became of a posting.
 *
 * @param subject whom it was about
 * @param genuine whether the provider signed it
 * @param answers one for each attempt
 */
public record WebhookDeliveryResult(String subject, boolean genuine, List<Attempt> answers) {
  private static final int OK = 200;

  public WebhookDeliveryResult {
    Objects.requireNonNull(subject, "subject");
    answers = List.copyOf(answers);
  }

  /** Whether any attempt was answered with just the status that counts. */
  public boolean isAccepted() {
    return answers.stream().anyMatch(answer -> answer.status() == OK);
  }

  /** Whether every attempt was turned away as the sender's fault. */
  public boolean isRejected() {
    return answers.stream().allMatch(answer -> answer.status() >= 400 && answer.status() < 500);
  }

  /**
   * One answer.
   *
   * @param status of HTTP; 0: none came in time
   * @param nanos that it took; empty where none came
   */
  public record Attempt(int status, OptionalLong nanos) {
    static Attempt none() {
      return new Attempt(0, OptionalLong.empty());
    }
  }
}
