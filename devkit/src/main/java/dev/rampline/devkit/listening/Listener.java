package dev.rampline.devkit.listening;

/** Hears words as they arrive. */
public interface Listener {
  /** From now on it hears every word. */
  void begin();

  /** A word has arrived. */
  void hear(ArrivedWord word);

  /** So many words were more than it could take in. */
  void miss(int words);

  /** Whether it wants no more of them. */
  boolean hasEnough();
}
