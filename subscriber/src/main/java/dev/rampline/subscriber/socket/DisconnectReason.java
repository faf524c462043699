package dev.rampline.subscriber.socket;

/** Why a connection ended, in words that hold nothing of what the server said. */
enum DisconnectReason {
  CLOSED("closed by the server"),
  DISCONNECTED("disconnected by the server"),
  REFUSED("refused by the server"),
  ACCEPT_TIMEOUT("not accepted in time"),
  SILENCE_TIMEOUT("silent for too long"),
  CONNECTION_FAILED("connection failed"),
  SETUP_FAILED("no attempt could be made"),
  STOPPED("stopped");

  private final String text;

  DisconnectReason(String reason) {
    this.text = reason;
  }

  String text() {
    return text;
  }
}
