package dev.rampline.cli.components;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The address on this machine that the stores listen on. */
final class BindAddress {
  @Spec(Target.MIXEE)
  private CommandSpec spec;

  private String host = "127.0.0.1";

  /** Rejects the wildcard address, because the stores do not authenticate their callers. */
  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = {
        "Listen on this address of the machine (default: ${DEFAULT-VALUE}). A container can"
            + " reach the"
            + " stores only on its bridge, usually 172.17.0.1: see events/README.md."
      })
  void setAddress(InetAddress address) throws SocketException {
    if (NetworkInterface.getByInetAddress(address) == null) {
      throw new ParameterException(
          spec.commandLine(),
          "--bind " + address.getHostAddress() + " is not an address of this machine");
    }
    host = address.getHostAddress();
  }

  String host() {
    return host;
  }
}
