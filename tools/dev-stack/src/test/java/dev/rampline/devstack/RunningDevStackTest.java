package dev.rampline.devstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningDevStackTest {
  private static final URI URL = URI.create("http://127.0.0.1:8080/webhooks/ozzobit");

  @TempDir private Path folder;

  @Test
  void announcedStack_isFoundUntilClosed() throws Exception {
    RunningDevStack running =
        new RunningDevStack(ProcessHandle.current().pid(), URL, DevKeys.random(), null);

    AutoCloseable announced = running.writeFile(folder, 7);
    assertThat(RunningDevStack.find(folder, 7)).hasValue(running);
    assertThat(RunningDevStack.find(folder, 8)).isEmpty();

    announced.close();
    assertThat(RunningDevStack.find(folder, 7)).isEmpty();
  }

  @Test
  void announcementFile_isReadableByItsUserOnly() throws Exception {
    new RunningDevStack(1, URL, DevKeys.random(), null).writeFile(folder, 0);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @Test
  void stackThatWasKilled_isNotFound() {
    new RunningDevStack(Long.MAX_VALUE, URL, DevKeys.random(), null).writeFile(folder, 0);

    assertThat(RunningDevStack.find(folder, 0)).isEmpty();
  }

  private Path file() {
    return folder.resolve("dev-0.json");
  }
}
