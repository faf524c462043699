package dev.rampline.devstack;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A stack that runs, as it is written down for commands that want to reach it.
 *
 * @param pid its process
 * @param webhookUrl where it receives
 * @param keys what it verifies with
 * @param providerUrl what stands before {@code /api/v2} in the URLs of the API that it knows
 */
public record RunningDevStack(long pid, URI webhookUrl, DevKeys keys, @Nullable URI providerUrl) {
  private static final JsonMapper MAPPER = new JsonMapper();

  /** The stack with that port offset, if one runs. */
  public static Optional<RunningDevStack> find(Path home, int portOffset) {
    try {
      RunningDevStack written =
          MAPPER.readValue(Files.readString(file(home, portOffset)), RunningDevStack.class);
      return Optional.of(written).filter(RunningDevStack::isAlive);
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private boolean isAlive() {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  /** Writes it down for this user alone, until what is returned is closed. */
  public AutoCloseable writeFile(Path home, int portOffset) {
    Path file = file(home, portOffset);
    try {
      Files.createDirectories(file.getParent());
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, MAPPER.writeValueAsString(this));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    return () -> Files.deleteIfExists(file);
  }

  private static Path file(Path home, int portOffset) {
    return home.resolve(".rampline").resolve("dev-" + portOffset + ".json");
  }
}
