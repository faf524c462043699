package dev.rampline.subscriber.socket;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Judges the frames of the engine's protocol before the library sees them: those that make it throw
 * on its own thread, or forget what the handshake said, stay outside. Used by the thread that reads
 * the connection; {@link #frames} by any.
 */
final class FrameFilter {
  private static final char OPEN = '0';
  private static final char CLOSE = '1';
  private static final char PING = '2';
  private static final char MESSAGE = '4';
  private static final char NOOP = '6';

  private final Runnable onDiscard;
  private boolean opened;
  private final AtomicLong frames = new AtomicLong();

  FrameFilter(Runnable onDiscard) {
    this.onDiscard = onDiscard;
  }

  /** What becomes of a frame. */
  enum Action {
    /** The library may have it. */
    PASS,
    /** It is as if it had not come. */
    DROP,
    /** The server has ended the connection by it. */
    END
  }

  Action filter(String frame) {
    countFrame();
    return switch (frame.isEmpty() ? ' ' : frame.charAt(0)) {
      case PING, MESSAGE -> Action.PASS;
      case OPEN -> handshake(frame);
      case CLOSE -> Action.END;
      case NOOP -> Action.DROP;
      default -> discard();
    };
  }

  /** The server is alive. */
  void countFrame() {
    frames.incrementAndGet();
  }

  /** How many frames there were. */
  long frames() {
    return frames.get();
  }

  private Action handshake(String frame) {
    if (opened || frame.length() == 1) {
      return discard();
    }
    opened = true;
    return Action.PASS;
  }

  private Action discard() {
    onDiscard.run();
    return Action.DROP;
  }
}
