package dev.rampline.cli.options;

import picocli.CommandLine.IVersionProvider;

/** Provides the version that the archive was built with. */
public final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {
      "rampline " + (version == null ? "(not packaged)" : version),
      "Java " + Runtime.version().toString()
    };
  }
}
