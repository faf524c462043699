package dev.rampline.bench.defect;

import dev.rampline.subscriber.socket.SocketEvent;
import dev.rampline.subscriber.socket.SocketListener;

/** Passes everything on; a defect changes one. */
class PassingListener implements SocketListener {
  private final SocketListener sound;

  PassingListener(SocketListener sound) {
    this.sound = sound;
  }

  @Override
  public void heard(SocketEvent event) {
    sound.heard(event);
  }

  @Override
  public void subscribed() {
    sound.subscribed();
  }

  @Override
  public void lost(String reason) {
    sound.lost(reason);
  }

  @Override
  public void failed(String reason) {
    sound.failed(reason);
  }
}
