package dev.rampline.simulation.cloud;

import dev.rampline.simulation.environment.ExternalService;
import dev.rampline.simulation.environment.SimulatedProcess;
import java.util.function.Supplier;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.InvalidParameterException;
import software.amazon.awssdk.services.secretsmanager.model.PutSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.PutSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.UpdateSecretVersionStageRequest;
import software.amazon.awssdk.services.secretsmanager.model.UpdateSecretVersionStageResponse;

/** The Secrets Manager client of one process. */
final class SecretStoreClient implements SecretsManagerClient {
  private final SecretStore secretStore;
  private final SimulatedProcess process;

  SecretStoreClient(SecretStore secretStore, SimulatedProcess process) {
    this.secretStore = secretStore;
    this.process = process;
  }

  @Override
  public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
    return call(
        "reads the keys",
        () ->
            request.secretId().equals(SecretStore.CREDENTIALS_ID)
                ? GetSecretValueResponse.builder().secretString(secretStore.credentials()).build()
                : current());
  }

  @Override
  public PutSecretValueResponse putSecretValue(PutSecretValueRequest request) {
    String label = request.versionStages().getFirst();
    return call("stores new keys", () -> addVersion(request.secretString(), label));
  }

  @Override
  public UpdateSecretVersionStageResponse updateSecretVersionStage(
      UpdateSecretVersionStageRequest request) {
    return call("makes the new keys current", () -> moveLabel(request));
  }

  private GetSecretValueResponse current() {
    return GetSecretValueResponse.builder()
        .versionId(secretStore.current())
        .secretString(secretStore.document())
        .build();
  }

  private PutSecretValueResponse addVersion(String document, String label) {
    return PutSecretValueResponse.builder()
        .versionId(secretStore.addVersion(document, label))
        .build();
  }

  private UpdateSecretVersionStageResponse moveLabel(UpdateSecretVersionStageRequest request) {
    if (!secretStore.moveLabel(
        request.versionStage(), request.removeFromVersionId(), request.moveToVersionId())) {
      throw InvalidParameterException.builder().message("The label is on another version").build();
    }
    return UpdateSecretVersionStageResponse.builder().build();
  }

  private <T> T call(String what, Supplier<T> effect) {
    return process.call(ExternalService.SECRET, what, new AwsErrors(), effect);
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}
}
