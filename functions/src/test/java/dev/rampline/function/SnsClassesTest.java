package dev.rampline.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Only a relay with a topic loads classes of SNS, which would make a cold start longer. */
@Isolated("The region is a system property.")
class SnsClassesTest {
  private static final String REGION = "aws.region";
  private static final String HERE = SnsClassesTest.class.getPackageName();
  private static final String TOPIC = "arn:aws:sns:us-east-1:123456789012:rampline-events.fifo";
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "RAMPLINE_TABLE", "rampline-ledger",
          "RAMPLINE_SECRET_ID", "rampline/keys",
          "RAMPLINE_QUEUE_URL", "http://127.0.0.1:1/0/events.fifo",
          "RAMPLINE_RETRY_QUEUE_URL", "http://127.0.0.1:1/0/retry",
          "RAMPLINE_QUARANTINE_QUEUE_URL", "http://127.0.0.1:1/0/quarantine",
          "RAMPLINE_RELAY_DEAD_QUEUE_URL", "http://127.0.0.1:1/0/dead");

  @BeforeEach
  void setRegion() {
    System.setProperty(REGION, "us-east-1");
  }

  @AfterEach
  void clearRegion() {
    System.clearProperty(REGION);
  }

  @Test
  void functions_withoutATopic_startWithoutSns() throws Exception {
    assertThat(start("Webhook", ENVIRONMENT)).isNotNull();
    assertThat(start("Relay", ENVIRONMENT)).isNotNull();
  }

  /** Otherwise the test above could not fail. */
  @Test
  void relay_withATopic_needsSns() {
    Map<String, String> environment = new HashMap<>(ENVIRONMENT);
    environment.put("RAMPLINE_TOPIC_ARN", TOPIC);

    assertThatThrownBy(() -> start("Relay", environment))
        .isInstanceOf(InvocationTargetException.class)
        .hasRootCauseInstanceOf(ClassNotFoundException.class);
  }

  /** Creates a handler with its dependencies in a class loader without SNS. */
  private static Object start(String function, Map<String, String> environment) throws Exception {
    try (WithoutSns loader = new WithoutSns()) {
      Class<?> module = loader.loadClass(HERE + ".FunctionsModule");
      Class<?> configuration = loader.loadClass(HERE + "." + function + "Configuration");
      String name = function.toLowerCase(Locale.ROOT);
      Object dependencies =
          module
              .getMethod(name, configuration)
              .invoke(
                  module.getMethod("createForLambda").invoke(null),
                  configuration.getMethod("of", Map.class).invoke(null, environment));
      return loader
          .loadClass("%s.%s.%sHandler".formatted(HERE, name, function))
          .getConstructor(dependencies.getClass())
          .newInstance(dependencies);
    }
  }

  private static final class WithoutSns extends URLClassLoader {
    private WithoutSns() {
      super(
          Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
              .map(WithoutSns::url)
              .toArray(URL[]::new),
          ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (name.startsWith("software.amazon.awssdk.services.sns.")) {
        throw new ClassNotFoundException(name);
      }
      return super.findClass(name);
    }

    private static URL url(String entry) {
      try {
        return Path.of(entry).toUri().toURL();
      } catch (MalformedURLException impossible) {
        throw new UncheckedIOException(impossible);
      }
    }
  }
}
