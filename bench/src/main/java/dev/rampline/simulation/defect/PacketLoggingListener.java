package dev.rampline.simulation.defect;

import dev.rampline.adapter.telemetry.Journal;
import dev.rampline.adapter.telemetry.Line;
import dev.rampline.subscriber.socket.SocketEvent;
import dev.rampline.subscriber.socket.SocketListener;
import java.time.Instant;

/** Puts what the socket says into a line, to be looked at. */
final class PacketLoggingListener extends ForwardingListener {
  private final Journal eventLog;

  PacketLoggingListener(SocketListener sound, Journal journal) {
    super(sound);
    this.eventLog = journal;
  }

  @Override
  public void heard(SocketEvent event) {
    eventLog.write(
        new Line("subscriber", Instant.EPOCH).tell("packet", event.arguments().toString()));
    super.heard(event);
  }
}
