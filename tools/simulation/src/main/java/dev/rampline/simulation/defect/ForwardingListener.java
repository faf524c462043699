package dev.rampline.simulation.defect;

import dev.rampline.subscriber.socket.SocketEvent;
import dev.rampline.subscriber.socket.SocketListener;

/** Forwards every call; a defect overrides one. */
class ForwardingListener implements SocketListener {
  private final SocketListener delegate;

  ForwardingListener(SocketListener sound) {
    this.delegate = sound;
  }

  @Override
  public void onEvent(SocketEvent event) {
    delegate.onEvent(event);
  }

  @Override
  public void onSubscribed() {
    delegate.onSubscribed();
  }

  @Override
  public void onDisconnected(String reason) {
    delegate.onDisconnected(reason);
  }

  @Override
  public void onFailed(String reason) {
    delegate.onFailed(reason);
  }
}
