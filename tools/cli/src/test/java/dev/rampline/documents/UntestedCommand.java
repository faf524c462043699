package dev.rampline.documents;

import java.util.List;

/**
 * A documented command that no test runs.
 *
 * @param command the beginning of the command
 * @param reason why no test runs it, and what is tested instead
 */
public record UntestedCommand(String command, String reason) {

  /** Returns all untested commands. Keep this list short. */
  public static List<UntestedCommand> all() {
    return List.of(
        new UntestedCommand(
            "sam deploy ",
            "deploys to AWS; .ci/template/check lints and expands what it deploys, and"
                + " .ci/template/deploy deploys what LocalStack can create"),
        new UntestedCommand(
            "aws cloudformation deploy ",
            "needs ECS, which only AWS has; .ci/template/check lints what it deploys"),
        new UntestedCommand("sam delete ", "deletes from AWS"),
        new UntestedCommand("sam package ", "uploads to AWS"),
        new UntestedCommand(
            "sam publish ",
            "publishes on AWS; RepositoryMetadataTest compares the metadata with AWS's limits"),
        new UntestedCommand("aws ", "needs the AWS CLI and an account"),
        new UntestedCommand(
            "npm install PATH/",
            "takes the newest SDK from the registry; .ci/consumers unpacks the same archive beside"
                + " the SDK of the lock file"),
        new UntestedCommand(
            "docker buildx imagetools inspect ",
            "needs the registry of the base image; .ci/image checks the image itself"),
        new UntestedCommand(
            "./rampline doctor --stack NAME",
            "needs a stack on AWS; the checks are tested one by one (FunctionStateTest and others)"),
        new UntestedCommand(
            "./rampline bench ",
            "takes minutes; HandlerBenchmarksTest and SubscriberBenchmarksTest run each benchmark of a"
                + " process briefly, and BenchCommandTest the command"),
        new UntestedCommand(
            "docker compose --file infrastructure/compose.yaml ",
            "needs Docker's plugin and AWS; ComposeRulesTest compares the file with the task"));
  }

  /** Returns whether this is a documented command. */
  public boolean matches(DocumentedCommand documented) {
    return documented.text().startsWith(command);
  }
}
