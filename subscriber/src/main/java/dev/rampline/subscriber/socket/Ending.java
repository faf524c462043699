package dev.rampline.subscriber.socket;

/** Why a connection ended, in words that hold nothing of what the server said. */
enum Ending {
  CLOSED("closed by the server"),
  DISCONNECTED("disconnected by the server"),
  REFUSED("refused by the server"),
  UNANSWERED("not accepted in time"),
  SILENT("silent for too long"),
  BROKEN("connection failed"),
  UNPREPARED("no attempt could be made"),
  STOPPED("stopped");

  private final String reason;

  Ending(String reason) {
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
