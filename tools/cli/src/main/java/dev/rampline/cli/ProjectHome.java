package dev.rampline.cli;

import java.nio.file.Path;

/** The folder of the project, which {@code ./rampline} passes as a system property. */
final class ProjectHome {
  private ProjectHome() {}

  static Path path() {
    return Path.of(System.getProperty("rampline.home", ""));
  }
}
