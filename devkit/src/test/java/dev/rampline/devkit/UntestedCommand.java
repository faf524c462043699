package dev.rampline.devkit;

import java.util.List;

/**
 * A documented command that nobody runs before its reader does.
 *
 * @param command how it begins
 * @param reason why nobody does, and what is looked at instead
 */
public record UntestedCommand(String command, String reason) {

  /** All of them; each one more is a promise that nothing holds. */
  public static List<UntestedCommand> all() {
    return List.of(
        new UntestedCommand(
            "sam deploy ",
            "deploys to AWS; .ci/template/check lints and expands what it deploys, and"
                + " DeployedStack creates it on LocalStack"),
        new UntestedCommand(
            "aws cloudformation deploy ",
            "needs ECS, which only AWS has; .ci/template/check lints what it deploys"),
        new UntestedCommand("aws dynamodb ", "needs the AWS CLI and an account"),
        new UntestedCommand("aws secretsmanager ", "needs the AWS CLI and an account"),
        new UntestedCommand(
            "./rampline doctor --stack NAME",
            "needs a stack on AWS; the checks are tested one by one (FunctionStateTest and others)"),
        new UntestedCommand(
            "docker compose --file infrastructure/compose.yaml ",
            "needs Docker's plugin, and AWS; ComposeRulesTest holds that file against the task's"));
  }

  /** Whether it is that command. */
  public boolean matches(DocumentedCommand documented) {
    return documented.text().startsWith(command);
  }
}
