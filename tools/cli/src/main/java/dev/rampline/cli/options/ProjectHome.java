package dev.rampline.cli.options;

import dev.rampline.cli.terminal.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folders that {@code ./rampline} passes as system properties. */
public final class ProjectHome {
  private ProjectHome() {}

  /** The folder of {@code ./rampline}: a clone of the repository, or the archive of a release. */
  public static Path path() {
    return Path.of(System.getProperty("rampline.home", ""));
  }

  /** The folder for what commands write for each other; it may not exist yet. */
  public static Path state() {
    String state = System.getProperty("rampline.state");
    return state == null ? path().resolve(".rampline") : Path.of(state);
  }

  /**
   * Creates that folder if it does not exist.
   *
   * @throws CommandFailure if this user cannot create it
   */
  public static Path createState() {
    try {
      return Files.createDirectories(state());
    } catch (IOException denied) {
      throw new CommandFailure(
          "Cannot create %s. Set XDG_STATE_HOME to a folder that you can write to."
              .formatted(state()),
          denied);
    }
  }
}
