package dev.rampline.bench.defect;

import dev.rampline.adapter.telemetry.Journal;
import dev.rampline.adapter.telemetry.Line;
import dev.rampline.subscriber.socket.SocketEvent;
import dev.rampline.subscriber.socket.SocketListener;
import java.time.Instant;

/** Puts what the socket says into a line, to be looked at. */
final class QuotingListener extends PassingListener {
  private final Journal journal;

  QuotingListener(SocketListener sound, Journal journal) {
    super(sound);
    this.journal = journal;
  }

  @Override
  public void heard(SocketEvent event) {
    journal.write(
        new Line("subscriber", Instant.EPOCH).tell("packet", event.arguments().toString()));
    super.heard(event);
  }
}
