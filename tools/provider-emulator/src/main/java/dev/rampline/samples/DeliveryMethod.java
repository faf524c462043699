package dev.rampline.samples;

import java.util.stream.Stream;

/** How an event of a scenario reaches the receiver. */
public enum DeliveryMethod {
  /** By a webhook that is signed as the provider signs it. */
  POSTED("posted"),
  /** By a webhook that is signed with a wrong key: the receiver must reject it. */
  FORGED("forged"),
  /** By no webhook: only the provider's API returns the new status. */
  API_ONLY("api-only"),
  /** By the socket alone: the event stays unverified until the API confirms it. */
  SOCKET_ONLY("socket-only");

  private final String text;

  DeliveryMethod(String text) {
    this.text = text;
  }

  /** Returns the name that {@code events/scenarios.json} and the command line use. */
  public String text() {
    return text;
  }

  /**
   * Returns the method with a name.
   *
   * @throws IllegalArgumentException if no method has that name
   */
  static DeliveryMethod fromText(String text) {
    return Stream.of(values())
        .filter(method -> method.text.equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Unknown delivery method: " + text));
  }

  /** Whether the method needs an emulated provider. */
  public boolean needsProvider() {
    return this == API_ONLY || this == SOCKET_ONLY;
  }
}
