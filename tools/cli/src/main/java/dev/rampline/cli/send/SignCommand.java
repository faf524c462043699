package dev.rampline.cli.send;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.cli.options.Input;
import dev.rampline.cli.options.KeyOptions;
import dev.rampline.cli.options.PortOffset;
import dev.rampline.cli.options.ProjectHome;
import dev.rampline.cli.options.SigningOptions;
import dev.rampline.cli.options.Version;
import dev.rampline.cli.terminal.JsonLines;
import dev.rampline.devstack.DevKeys;
import dev.rampline.devstack.RunningDevStack;
import dev.rampline.emulator.SignedBody;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Signs a payload as the provider does. */
@Command(
    name = "sign",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Sign a payload as the provider does, and print the body.",
      "Prints only the body, without a line break. For the transport hmac it prints the signature"
          + " header to standard error."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./rampline sign events/payloads/order-created.json",
      "  ./rampline sign - --transport hmac --json"
    })
public final class SignCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private SigningOptions signing = new SigningOptions();
  @Mixin private KeyOptions keys = new KeyOptions();
  @Mixin private PortOffset portOffset = new PortOffset();

  @Parameters(
      paramLabel = "FILE",
      description = "Read the payload from this file; - is standard input.")
  private String file = "";

  @Option(names = "--json", description = "Print the body and its headers as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    DevKeys used = keys.resolve(RunningDevStack.find(ProjectHome.state(), portOffset.value()));
    SignedBody signed = signing.config(used).sign(new String(Input.read(file), UTF_8));
    CommandLine line = spec.commandLine();
    if (json) {
      JsonLines.print(line.getOut(), object(signed));
    } else {
      print(signed, line.getOut(), line.getErr());
    }
    return 0;
  }

  private ObjectNode object(SignedBody signed) {
    ObjectNode object =
        JsonLines.object()
            .put("transport", signing.transport().name().toLowerCase(Locale.ROOT))
            .put("body", signed.body());
    ObjectNode headers = object.putObject("headers");
    signed.headers().forEach(headers::put);
    return object;
  }

  private static void print(SignedBody signed, PrintWriter out, PrintWriter err) {
    out.print(signed.body());
    out.flush();
    signed.headers().forEach((name, value) -> err.println(name + ": " + value));
    err.flush();
  }
}
