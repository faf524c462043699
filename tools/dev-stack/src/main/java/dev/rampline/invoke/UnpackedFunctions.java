package dev.rampline.invoke;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The functions' package, unpacked as Lambda does; closing deletes it. */
final class UnpackedFunctions implements AutoCloseable {
  private final Path folder;

  private UnpackedFunctions(Path folder) {
    this.folder = folder;
  }

  /** Unpacks it into a temporary directory. */
  static UnpackedFunctions of(Path zip) throws IOException {
    UnpackedFunctions unpacked =
        new UnpackedFunctions(Files.createTempDirectory("rampline-functions"));
    try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        unpacked.put(entry, entries);
      }
      return unpacked;
    } catch (IOException failure) {
      unpacked.close();
      throw failure;
    }
  }

  Path folder() {
    return folder;
  }

  private void put(ZipEntry entry, InputStream bytes) throws IOException {
    Path target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder)) {
      throw new IOException("A package entry is outside the target directory");
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    Files.copy(bytes, target);
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
