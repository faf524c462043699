package dev.rampline.subscriber.socket;

/** Why a connection ended, as a fixed text without anything that the server sent. */
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

  DisconnectReason(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }
}
