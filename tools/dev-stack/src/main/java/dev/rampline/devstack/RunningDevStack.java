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
 * The description of a running stack in a file, for other commands.
 *
 * @param pid the process ID
 * @param webhookUrl the webhook URL
 * @param keys the verification keys
 * @param providerUrl the base URL of the provider's API, without {@code /api/v2}
 */
public record RunningDevStack(long pid, URI webhookUrl, DevKeys keys, @Nullable URI providerUrl) {
  private static final JsonMapper MAPPER = new JsonMapper();

  /** The running stack with that port offset whose file is in the folder, if any. */
  public static Optional<RunningDevStack> find(Path folder, int portOffset) {
    try {
      RunningDevStack written =
          MAPPER.readValue(Files.readString(file(folder, portOffset)), RunningDevStack.class);
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

  /** Writes the file, readable by this user only; closing the result deletes it. */
  public AutoCloseable writeFile(Path folder, int portOffset) {
    Path file = file(folder, portOffset);
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

  private static Path file(Path folder, int portOffset) {
    return folder.resolve("dev-" + portOffset + ".json");
  }
}
