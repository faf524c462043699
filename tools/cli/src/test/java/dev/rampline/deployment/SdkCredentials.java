package dev.rampline.deployment;

import dev.rampline.embedded.LocalClients;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Sets the credentials for the SDK's default lookup, which commands use, during a test class. */
final class SdkCredentials implements BeforeAllCallback, AfterAllCallback {
  private static final List<String> PROPERTIES = List.of("aws.accessKeyId", "aws.secretAccessKey");

  @Override
  public void beforeAll(ExtensionContext context) {
    PROPERTIES.forEach(name -> System.setProperty(name, LocalClients.CREDENTIALS));
  }

  @Override
  public void afterAll(ExtensionContext context) {
    PROPERTIES.forEach(System::clearProperty);
  }
}
