package dev.rampline.operations.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/**
 * Sorts any number of orders {@linkplain AuditedOrder#BY_KEY by key} in bounded memory: whenever
 * its buffer is full, it writes the sorted buffer to a temporary file as a run, and in the end it
 * merges the runs. Throws {@link java.io.UncheckedIOException} if it cannot write. Not thread-safe.
 */
final class ExternalSorter implements AutoCloseable {
  /** The memory of the buffer. */
  private static final long BUFFER_BYTES = 8L * 1024 * 1024;

  /** About what an order needs without its texts. */
  private static final int ORDER_BYTES = 700;

  private final long bufferBytes;
  private final RunFile file = new RunFile();
  private final List<Iterator<AuditedOrder>> runs = new ArrayList<>();
  private final List<AuditedOrder> buffer = new ArrayList<>();
  private long buffered;

  ExternalSorter() {
    this(BUFFER_BYTES);
  }

  ExternalSorter(long bufferBytes) {
    this.bufferBytes = bufferBytes;
  }

  void add(AuditedOrder order) {
    buffer.add(order);
    buffered += bytes(order);
    if (buffered >= bufferBytes) {
      buffer.sort(AuditedOrder.BY_KEY);
      runs.add(file.append(buffer));
      buffer.clear();
      buffered = 0;
    }
  }

  /** Returns all orders in order, once. */
  Iterator<AuditedOrder> sorted() {
    buffer.sort(AuditedOrder.BY_KEY);
    List<Iterator<AuditedOrder>> parts = new ArrayList<>(runs);
    parts.add(buffer.iterator());
    return new Merge(parts);
  }

  @Override
  public void close() {
    buffer.clear();
    file.close();
  }

  private static long bytes(AuditedOrder order) {
    long characters = order.key().length() + (long) order.subject().length();
    for (String value : order.fields().values()) {
      characters += value.length();
    }
    return ORDER_BYTES + 2 * characters;
  }

  /** The next order of a run, and the rest of the run. */
  private record Head(AuditedOrder order, Iterator<AuditedOrder> rest) {}

  /** Merges sorted runs. */
  private static final class Merge implements Iterator<AuditedOrder> {
    private final PriorityQueue<Head> heads =
        new PriorityQueue<>(Comparator.comparing(Head::order, AuditedOrder.BY_KEY));

    Merge(List<Iterator<AuditedOrder>> runs) {
      runs.forEach(this::addHead);
    }

    @Override
    public boolean hasNext() {
      return !heads.isEmpty();
    }

    @Override
    public AuditedOrder next() {
      Head head = heads.poll();
      if (head == null) {
        throw new NoSuchElementException();
      }
      addHead(head.rest());
      return head.order();
    }

    private void addHead(Iterator<AuditedOrder> run) {
      if (run.hasNext()) {
        heads.add(new Head(run.next(), run));
      }
    }
  }
}
