package dev.rampline.cli;

import dev.rampline.cli.components.InvokeCommand;
import dev.rampline.cli.components.ProviderCommand;
import dev.rampline.cli.components.StoreCommand;
import dev.rampline.cli.components.StoresCommand;
import dev.rampline.cli.components.SubscriberCommand;
import dev.rampline.cli.development.BenchCommand;
import dev.rampline.cli.development.EventsCommand;
import dev.rampline.cli.development.SimulateCommand;
import dev.rampline.cli.inspect.AuditCommand;
import dev.rampline.cli.inspect.DoctorCommand;
import dev.rampline.cli.inspect.InspectorCommand;
import dev.rampline.cli.inspect.ListenCommand;
import dev.rampline.cli.inspect.OrderCommand;
import dev.rampline.cli.inspect.VerifyCommand;
import dev.rampline.cli.options.TimeConverter;
import dev.rampline.cli.options.Version;
import dev.rampline.cli.recover.EraseCommand;
import dev.rampline.cli.recover.QuarantineCommand;
import dev.rampline.cli.recover.ReconcileCommand;
import dev.rampline.cli.recover.RedriveCommand;
import dev.rampline.cli.recover.RepublishCommand;
import dev.rampline.cli.recover.RestoreVersionsCommand;
import dev.rampline.cli.send.ReplayCommand;
import dev.rampline.cli.send.SignCommand;
import dev.rampline.cli.send.TriggerCommand;
import dev.rampline.cli.start.DemoCommand;
import dev.rampline.cli.start.DevCommand;
import dev.rampline.cli.terminal.Colors;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The root command. */
@Command(
    name = "rampline",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    usageHelpAutoWidth = true,
    description = "Run and operate Rampline, a receiver for on/off-ramp webhooks.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./rampline demo",
      "  ./rampline dev",
      "  ./rampline trigger --scenario buy-card",
      "",
      "Exit codes:",
      "  0   success",
      "  1   failure, or a check failed",
      "  2   invalid arguments",
      "  130, 143  stopped by Ctrl-C or by a signal"
    },
    subcommands = {
      DemoCommand.class,
      DevCommand.class,
      StoresCommand.class,
      StoreCommand.class,
      TriggerCommand.class,
      ListenCommand.class,
      InspectorCommand.class,
      ReplayCommand.class,
      SubscriberCommand.class,
      ReconcileCommand.class,
      OrderCommand.class,
      AuditCommand.class,
      RepublishCommand.class,
      QuarantineCommand.class,
      RedriveCommand.class,
      RestoreVersionsCommand.class,
      EraseCommand.class,
      DoctorCommand.class,
      SimulateCommand.class,
      BenchCommand.class,
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
   * Runs the command that the arguments give, and returns the exit code. Stack traces are printed
   * only with {@code --stacktrace}.
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

  /** Returns the command line, ready to be executed. */
  CommandLine line() {
    CommandLine line =
        new CommandLine(this)
            .addSubcommand("completion", completion())
            .addSubcommand("help", hidden(new HelpCommand()))
            .addSubcommand("version", hidden(new VersionCommand()));
    line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING, _ -> "");
    line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, CommandGroups::of);
    return line.registerConverter(Instant.class, new TimeConverter())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setColorScheme(Colors.ofOutput())
        .setParameterExceptionHandler((failure, arguments) -> UsageErrorPrinter.print(failure))
        .setExecutionExceptionHandler(
            (failure, failed, _) -> FailurePrinter.print(failure, failed, stacktrace));
  }

  private static CommandLine hidden(Object command) {
    CommandLine line = new CommandLine(command);
    line.getCommandSpec().usageMessage().hidden(true);
    return line;
  }

  private static CommandLine completion() {
    CommandLine completion = new CommandLine(new GenerateCompletion());
    completion
        .getCommandSpec()
        .name("completion")
        .usageMessage()
        .description(
            "Print a script that completes commands in bash and zsh.",
            "In zsh, first run autoload -U compinit && compinit.")
        .footerHeading("%nExamples:%n")
        .footer("  source <(./rampline completion)");
    return completion;
  }

  /** Prints the next steps if no command is given. */
  @Override
  public Integer call() {
    new WelcomeMessage(spec.commandLine().getErr()).print();
    return ExitCode.USAGE;
  }
}
