package dev.rampline.cli;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** On which of this machine's addresses the stores listen. */
final class BindAddress {
  @Spec(Target.MIXEE)
  private CommandSpec spec;

  private String host = "127.0.0.1";

  /** Never on all of them: the stores ask nobody who he is. */
  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = {
        "Listen on this address of the machine (default: ${DEFAULT-VALUE}). A container reaches the"
            + " stores on its bridge alone, usually 172.17.0.1: see events/README.md."
      })
  void setAddress(InetAddress address) throws SocketException {
    if (NetworkInterface.getByInetAddress(address) == null) {
      throw new ParameterException(
          spec.commandLine(),
          "--bind " + address.getHostAddress() + " is no address of this machine's");
    }
    host = address.getHostAddress();
  }

  String host() {
    return host;
  }
}
