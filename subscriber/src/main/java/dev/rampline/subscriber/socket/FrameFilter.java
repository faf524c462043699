package dev.rampline.subscriber.socket;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Filters Engine.IO frames before the library sees them. It drops those that make the library throw
 * on its own thread or lose the state of the handshake. Only the thread that reads the connection
 * may use it, except for {@link #frames}.
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

  /** What to do with a frame. */
  enum Action {
    /** Pass the frame to the library. */
    PASS,
    /** Ignore the frame. */
    DROP,
    /** End the connection, because the frame closes it. */
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

  /** Counts a frame, which shows that the server is alive. */
  void countFrame() {
    frames.incrementAndGet();
  }

  /** The number of frames received. */
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
