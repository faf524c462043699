package dev.rampline.simulation.defect;

import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.adapter.telemetry.LogEntry;
import dev.rampline.subscriber.socket.SocketEvent;
import dev.rampline.subscriber.socket.SocketListener;
import java.time.Instant;

/** Logs socket packets. */
final class PacketLoggingListener extends ForwardingListener {
  private final EventLog eventLog;

  PacketLoggingListener(SocketListener sound, EventLog eventLog) {
    super(sound);
    this.eventLog = eventLog;
  }

  @Override
  public void onEvent(SocketEvent event) {
    eventLog.write(
        new LogEntry("subscriber", Instant.EPOCH).field("packet", event.arguments().toString()));
    super.onEvent(event);
  }
}
