package dev.rampline.operations.audit;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Runs of orders in one temporary file, which is created with the first run. Only this user can
 * read it, and its name is removed at once, so that no crash leaves it behind. Not thread-safe.
 */
final class RunFile implements AutoCloseable {
  /** The memory of each run while it is read. */
  private static final int RUN_BUFFER = 8 * 1024;

  private static final int WRITE_BUFFER = 64 * 1024;

  private @Nullable FileChannel opened;

  /** Writes a run, and returns an iterator that will read it. */
  Iterator<AuditedOrder> append(List<AuditedOrder> orders) {
    try {
      FileChannel file = open();
      long begin = file.position();
      // Not closed: this would close the file.
      DataOutputStream out =
          new DataOutputStream(
              new BufferedOutputStream(Channels.newOutputStream(file), WRITE_BUFFER));
      for (AuditedOrder order : orders) {
        AuditedOrderCodec.write(order, out);
      }
      out.flush();
      return new Run(file, begin, orders.size());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure.getMessage(), failure);
    }
  }

  @Override
  public void close() {
    try {
      if (opened != null) {
        opened.close();
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure.getMessage(), failure);
    }
  }

  private FileChannel open() throws IOException {
    FileChannel file = opened;
    if (file == null) {
      Path path = Files.createTempFile("rampline-audit-", null);
      file =
          FileChannel.open(
              path,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
      opened = file;
    }
    return file;
  }

  /** Reads a run. Its buffer exists only while it is read. */
  private static final class Run implements Iterator<AuditedOrder> {
    private final FileChannel file;
    private final long begin;
    private @Nullable DataInputStream in;
    private int left;

    Run(FileChannel file, long begin, int orders) {
      this.file = file;
      this.begin = begin;
      this.left = orders;
    }

    @Override
    public boolean hasNext() {
      return left > 0;
    }

    @Override
    public AuditedOrder next() {
      if (left == 0) {
        throw new NoSuchElementException();
      }
      try {
        DataInputStream from = in == null ? open() : in;
        in = --left == 0 ? null : from;
        return AuditedOrderCodec.read(from);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure.getMessage(), failure);
      }
    }

    private DataInputStream open() {
      return new DataInputStream(
          new BufferedInputStream(new PositionalInput(file, begin), RUN_BUFFER));
    }
  }

  /** Reads a file from a position, whatever the position of the channel. */
  private static final class PositionalInput extends InputStream {
    private final FileChannel file;
    private long position;

    PositionalInput(FileChannel file, long begin) {
      this.file = file;
      this.position = begin;
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException("Only buffered");
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = file.read(ByteBuffer.wrap(bytes, offset, length), position);
      position += Math.max(0, count);
      return count;
    }
  }
}
