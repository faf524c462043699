package dev.rampline.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The memory that a verification allocates: a measure of its work that does not vary. */
class VerificationCostTest {
  private static final int SMALL = 12_000;
  private static final int LARGE = 48_000;
  private static final String WRONG_KEY = "another key, of another partner";
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** A kind of body, in any size. */
  record Worst(String name, IntFunction<String> body) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Worst> worstBodies() {
    return Stream.of(
        new Worst("dots", "."::repeat),
        new Worst("padding", size -> "{\"data\":\"" + "=".repeat(size) + "\"}"),
        new Worst("nested arrays", size -> "[".repeat(size)),
        new Worst("nested arrays side by side", size -> "[" + "[[[[]]]],".repeat(size / 9) + "0]"),
        new Worst("members", size -> members(size, "\"%d\":1")),
        new Worst("members with equal hash codes", VerificationCostTest::collidingMembers),
        new Worst("a member twice at the end", size -> members(size, "\"%d\":1,\"x\":1") + "x"),
        new Worst("escapes", size -> "\"" + "\\u0041".repeat(size / 6) + "\""),
        new Worst("digits", "7"::repeat),
        new Worst("spaces", " "::repeat),
        new Worst("a forged token", size -> token(WRONG_KEY, size)),
        new Worst("a token", size -> token(TestingDelivery.TOKEN, size)));
  }

  @ParameterizedTest
  @MethodSource("worstBodies")
  void cost_isLinearInTheSize(Worst worst) {
    double small = allocated(worst.body().apply(SMALL));
    double large = allocated(worst.body().apply(LARGE));

    assertThat(large / small).isLessThan(1.5 * LARGE / SMALL);
  }

  @Test
  void forgery_costsLessThanTheTokenItImitates() {
    for (int size : new int[] {100, SMALL, LARGE}) {
      assertThat(allocated(token(WRONG_KEY, size)))
          .isLessThan(allocated(token(TestingDelivery.TOKEN, size)));
    }
  }

  private static long allocated(String text) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    assertThat(body).hasSizeLessThanOrEqualTo(WebhookVerifier.MAX_BODY_BYTES);
    TestingDelivery.verify(body, null);
    long thread = Thread.currentThread().threadId();
    long before = THREADS.getThreadAllocatedBytes(thread);
    TestingDelivery.verify(body, null);
    return THREADS.getThreadAllocatedBytes(thread) - before;
  }

  private static String token(String key, int size) {
    return TestWebhookSigner.token(key, TestWebhookSigner.HS256, members(size / 4 * 3, "\"%d\":1"));
  }

  private static String members(int size, String form) {
    StringBuilder members = new StringBuilder("{\"eventName\":\"x\"");
    for (int number = 0; members.length() < size; number++) {
      members.append(',').append(form.formatted(number));
    }
    return members.append('}').toString();
  }

  private static String collidingMembers(int size) {
    int bits = 14;
    return IntStream.range(0, size / (2 * bits + 5))
        .mapToObj(
            number ->
                IntStream.range(0, bits)
                    .mapToObj(bit -> (number >> bit & 1) == 0 ? "Aa" : "BB")
                    .reduce("", String::concat))
        .map(name -> "\"" + name + "\":1")
        .reduce((one, other) -> one + "," + other)
        .map(all -> "{" + all + "}")
        .orElseThrow();
  }
}
