package dev.rampline.cli.options;

import java.nio.file.Path;

/** The folder of the project, which {@code ./rampline} passes as a system property. */
public final class ProjectHome {
  private ProjectHome() {}

  public static Path path() {
    return Path.of(System.getProperty("rampline.home", ""));
  }
}
