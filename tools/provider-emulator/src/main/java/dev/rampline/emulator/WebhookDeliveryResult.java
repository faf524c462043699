package dev.rampline.emulator;

import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * The result of delivering a webhook.
 *
 * @param subject the subject
 * @param genuine whether the provider signed it
 * @param answers the response of each attempt
 */
public record WebhookDeliveryResult(String subject, boolean genuine, List<Attempt> answers) {
  private static final int OK = 200;

  public WebhookDeliveryResult {
    Objects.requireNonNull(subject, "subject");
    answers = List.copyOf(answers);
  }

  /** Whether any attempt was answered with 200. */
  public boolean isAccepted() {
    return answers.stream().anyMatch(answer -> answer.status() == OK);
  }

  /** Whether every attempt was rejected with a client error. */
  public boolean isRejected() {
    return answers.stream().allMatch(answer -> answer.status() >= 400 && answer.status() < 500);
  }

  /**
   * One response.
   *
   * @param status the HTTP status; 0: no response in time
   * @param nanos the response time; empty if there was no response
   */
  public record Attempt(int status, OptionalLong nanos) {
    static Attempt none() {
      return new Attempt(0, OptionalLong.empty());
    }
  }
}
