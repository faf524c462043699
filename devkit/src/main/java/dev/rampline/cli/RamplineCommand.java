package dev.rampline.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command that all others belong to. */
@Command(
    name = "rampline",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    usageHelpAutoWidth = true,
    description = "Receives an on/off-ramp provider's webhooks, on this machine.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./rampline demo",
      "  ./rampline dev",
      "  ./rampline trigger --story buy-card",
      "",
      "Exit codes:",
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
      EraseCommand.class,
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

  @Option(
      names = "--stacktrace",
      scope = ScopeType.INHERIT,
      description = "Print the stack trace of a failure.")
  private boolean stacktrace;

  RamplineCommand() {}

  /**
   * Does what the arguments say, and returns the exit code. No thread prints a stack trace unless
   * it is asked for.
   */
  public static int run(String... arguments) {
    LibraryLogSilencer.silenceUnlessRequested(arguments);
    RamplineCommand root = new RamplineCommand();
    CommandLine line = root.line();
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, failure) -> FailurePrinter.print(failure, line, root.stacktrace));
    try {
      return line.execute(arguments);
    } catch (Error failure) {
      return FailurePrinter.print(failure, line, root.stacktrace);
    }
  }

  /** The command, ready to be executed. */
  CommandLine line() {
    CommandLine line = new CommandLine(this).addSubcommand("completion", completion());
    line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING, _ -> "");
    line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, CommandGroups::of);
    return line.setCaseInsensitiveEnumValuesAllowed(true)
        .setColorScheme(Colors.ofOutput())
        .setParameterExceptionHandler((mistake, arguments) -> UsageErrorPrinter.print(mistake))
        .setExecutionExceptionHandler(
            (failure, failed, _) -> FailurePrinter.print(failure, failed, stacktrace));
  }

  private static CommandLine completion() {
    CommandLine completion = new CommandLine(new GenerateCompletion());
    completion
        .getCommandSpec()
        .name("completion")
        .usageMessage()
        .description(
            "Print a script that completes commands in bash and zsh.",
            "In zsh, run autoload -U compinit && compinit before.")
        .footerHeading("%nExamples:%n")
        .footer("  source <(./rampline completion)");
    return completion;
  }

  /** Without a command there is nothing to do but tell what could be done. */
  @Override
  public Integer call() {
    new WelcomeMessage(spec.commandLine().getErr()).print();
    return ExitCode.USAGE;
  }
}
