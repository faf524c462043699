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
  private static final char NOTHING = '6';

  private final Runnable onDiscard;
  private boolean opened;
  private final AtomicLong frames = new AtomicLong();

  FrameFilter(Runnable onDiscard) {
    this.onDiscard = onDiscard;
  }

  /** What becomes of a frame. */
  enum Verdict {
    /** The library may have it. */
    PASS,
    /** It is as if it had not come. */
    DROP,
    /** The server has ended the connection by it. */
    END
  }

  Verdict judge(String frame) {
    noticed();
    return switch (frame.isEmpty() ? ' ' : frame.charAt(0)) {
      case PING, MESSAGE -> Verdict.PASS;
      case OPEN -> handshake(frame);
      case CLOSE -> Verdict.END;
      case NOTHING -> Verdict.DROP;
      default -> discard();
    };
  }

  /** The server is alive. */
  void noticed() {
    frames.incrementAndGet();
  }

  /** How many frames there were. */
  long frames() {
    return frames.get();
  }

  private Verdict handshake(String frame) {
    if (opened || frame.length() == 1) {
      return discard();
    }
    opened = true;
    return Verdict.PASS;
  }

  private Verdict discard() {
    onDiscard.run();
    return Verdict.DROP;
  }
}
