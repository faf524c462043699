package dev.rampline.simulation.defect;

import dev.rampline.subscriber.socket.SocketEvent;
import dev.rampline.subscriber.socket.SocketListener;

/** Passes everything on; a defect changes one. */
class ForwardingListener implements SocketListener {
  private final SocketListener delegate;

  ForwardingListener(SocketListener sound) {
    this.delegate = sound;
  }

  @Override
  public void heard(SocketEvent event) {
    delegate.heard(event);
  }

  @Override
  public void subscribed() {
    delegate.subscribed();
  }

  @Override
  public void lost(String reason) {
    delegate.lost(reason);
  }

  @Override
  public void failed(String reason) {
    delegate.failed(reason);
  }
}
