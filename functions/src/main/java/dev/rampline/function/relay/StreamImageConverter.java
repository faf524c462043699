package dev.rampline.function.relay;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;

/** Converts an item from the types of Lambda's events to the types of the DynamoDB client. */
final class StreamImageConverter {
  private StreamImageConverter() {}

  static Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue> toItem(
      Map<String, AttributeValue> image) {
    return image.entrySet().stream()
        .collect(toUnmodifiableMap(Map.Entry::getKey, attribute -> toValue(attribute.getValue())));
  }

  private static software.amazon.awssdk.services.dynamodb.model.AttributeValue toValue(
      AttributeValue value) {
    var builder = software.amazon.awssdk.services.dynamodb.model.AttributeValue.builder();
    if (value.getM() != null) {
      builder.m(toItem(value.getM()));
    }
    if (value.getL() != null) {
      builder.l(value.getL().stream().map(StreamImageConverter::toValue).toList());
    }
    if (value.getB() != null) {
      builder.b(SdkBytes.fromByteBuffer(value.getB()));
    }
    if (value.getBS() != null) {
      List<SdkBytes> bytes = value.getBS().stream().map(SdkBytes::fromByteBuffer).toList();
      builder.bs(bytes);
    }
    return builder
        .s(value.getS())
        .n(value.getN())
        .ss(value.getSS())
        .ns(value.getNS())
        .bool(value.getBOOL())
        .nul(value.getNULL())
        .build();
  }
}
