package dev.rampline.cli.options;

import dev.rampline.adapter.aws.AwsFaults;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Says in one sentence or two why a request to AWS failed and what to do.
 *
 * @param stack the name of the stack
 * @param profile the AWS CLI profile; null for the SDK's default credentials
 */
record AwsFailureText(String stack, @Nullable String profile) {
  private static final Set<String> EXPIRED =
      Set.of("ExpiredToken", "ExpiredTokenException", "RequestExpired");
  private static final Set<String> INVALID =
      Set.of(
          "InvalidClientTokenId",
          "UnrecognizedClientException",
          "SignatureDoesNotMatch",
          "InvalidSignatureException",
          "IncompleteSignature",
          "MissingAuthenticationToken");
  private static final Set<String> DENIED =
      Set.of("AccessDenied", "AccessDeniedException", "AuthorizationError");

  String of(SdkException failure) {
    return failure instanceof AwsServiceException response
        ? ofResponse(response)
        : ofClient(failure);
  }

  private String ofResponse(AwsServiceException response) {
    String code = AwsFaults.name(response);
    String message = Objects.requireNonNullElse(message(response), code);
    if (EXPIRED.contains(code)) {
      return "The AWS credentials have expired. Log in again, for example with `aws sso login`.";
    }
    if (INVALID.contains(code)) {
      return "AWS does not accept the credentials. Check --profile or the environment's AWS_"
          + " variables.";
    }
    if (DENIED.contains(code)) {
      return "AWS denied the request: %s. Use credentials with this permission."
          .formatted(withoutStop(message));
    }
    if (code.equals("ValidationError") && message.contains("does not exist")) {
      return "This account and region have no stack %s. Check --stack, --region and --profile."
          .formatted(stack);
    }
    return AwsFaults.isTransient(response)
        ? "AWS cannot answer now, %s: %s. Run the command again."
            .formatted(code, withoutStop(message))
        : "AWS refused the request, %s: %s.".formatted(code, withoutStop(message));
  }

  private String ofClient(SdkException failure) {
    String message = String.valueOf(failure.getMessage());
    if (message.contains("Unable to load region")) {
      return profile == null
          ? "No AWS region. Give --region, or set AWS_REGION."
          : "The AWS CLI profile %s does not exist or has no region. Give --region."
              .formatted(profile);
    }
    if (message.contains("Unable to load credentials")) {
      return "No AWS credentials. Give --profile, or set AWS_ACCESS_KEY_ID and"
          + " AWS_SECRET_ACCESS_KEY.";
    }
    if (message.contains("module must be on the class path")) {
      return "This command cannot log in with the profile %1$s. Run `eval \"$(aws configure"
          + " export-credentials --profile %1$s --format env)\"`, and omit --profile."
              .formatted(profile);
    }
    if (message.contains("Profile file contained no")) {
      return "The AWS CLI has no credentials for the profile %s. Check --profile."
          .formatted(profile);
    }
    return "Cannot connect to AWS: %s.".formatted(AwsFaults.description(failure));
  }

  private static @Nullable String message(AwsServiceException response) {
    return response.awsErrorDetails() == null
        ? response.getMessage()
        : response.awsErrorDetails().errorMessage();
  }

  private static String withoutStop(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }
}
