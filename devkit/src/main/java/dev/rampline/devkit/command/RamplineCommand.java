package dev.rampline.devkit.command;

import java.util.concurrent.Callable;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command that all others belong to. */
@Command(
    name = "rampline",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    usageHelpAutoWidth = true,
    description = "Receives an on/off-ramp provider's webhooks, on this machine.",
    footerHeading = "%nExit codes:%n",
    footer = {
      "  0   as asked",
      "  1   something failed, or a check did not hold",
      "  2   the command line makes no sense",
      "  130, 143  ended by Ctrl-C or by a signal"
    },
    subcommands = {
      DemoCommand.class,
      DevCommand.class,
      StoresCommand.class,
      StoreCommand.class,
      TriggerCommand.class,
      ListenCommand.class,
      ReplayCommand.class,
      SubscriberCommand.class,
      ReconcileCommand.class,
      OrderCommand.class,
      RepublishCommand.class,
      RedriveCommand.class,
      ForgetCommand.class,
      DoctorCommand.class,
      SimulateCommand.class,
      FuzzCommand.class,
      ProviderCommand.class,
      SignCommand.class,
      VerifyCommand.class,
      InvokeCommand.class,
      EventsCommand.class
    })
public final class RamplineCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--stacktrace", description = "Print the stack trace of a failure.")
  private boolean stacktrace;

  RamplineCommand() {}

  /** The command, ready to be executed. */
  public static CommandLine line() {
    RamplineCommand root = new RamplineCommand();
    return new CommandLine(root)
        .addSubcommand("completion", completion())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setColorScheme(Colours.ofOutput())
        .setParameterExceptionHandler((mistake, arguments) -> Mistakes.report(mistake))
        .setExecutionExceptionHandler(
            (failure, line, parsed) -> Failures.report(failure, line, root.stacktrace));
  }

  private static CommandLine completion() {
    CommandLine completion = new CommandLine(new GenerateCompletion());
    completion
        .getCommandSpec()
        .name("completion")
        .usageMessage()
        .description(
            "Print a script for completion in bash and zsh.",
            "Use: source <(./rampline completion)")
        .footer();
    return completion;
  }

  /** Without a command there is nothing to do but tell which there are. */
  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return ExitCode.USAGE;
  }
}
