package dev.rampline.listen;

/** Gets events as they arrive. */
public interface EventStreamListener {
  /** Called when the stream is open. */
  void onOpen();

  /** Called for each event. */
  void onEvent(ReceivedEvent event);

  /** Called when the inspector has dropped events. */
  void onDropped(int count);

  /** Whether the listener needs no more events. */
  boolean isDone();
}
