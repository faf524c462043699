package dev.rampline.devkit.listen;

/** Hears words as they arrive. */
public interface EventStreamListener {
  /** From now on it hears every word. */
  void onOpen();

  /** A word has arrived. */
  void onEvent(ReceivedEvent word);

  /** So many words were more than it could take in. */
  void onDropped(int words);

  /** Whether it wants no more of them. */
  boolean isDone();
}
