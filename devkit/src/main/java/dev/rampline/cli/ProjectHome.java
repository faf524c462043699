package dev.rampline.cli;

import java.nio.file.Path;

/** Where the project lies: {@code ./rampline} tells by a system property. */
final class ProjectHome {
  private ProjectHome() {}

  static Path path() {
    return Path.of(System.getProperty("rampline.home", ""));
  }
}
