package dev.rampline.consumer.example;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A DynamoDB client whose process crashes at a given step, before or after a call. */
record CrashingClient(DynamoDbClient delegate, CrashPoint crash) implements InvocationHandler {
  static DynamoDbClient of(DynamoDbClient delegate, CrashPoint crash) {
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            CrashingClient.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            new CrashingClient(delegate, crash));
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    crash.step();
    try {
      return method.invoke(delegate, arguments);
    } catch (InvocationTargetException thrown) {
      throw Objects.requireNonNull(thrown.getCause(), "cause");
    } finally {
      crash.step();
    }
  }
}
