package dev.rampline.devkit.command;

import java.nio.file.Path;

/** Where the project lies: {@code ./rampline} tells by a system property. */
final class Home {
  private Home() {}

  static Path path() {
    return Path.of(System.getProperty("rampline.home", ""));
  }
}
