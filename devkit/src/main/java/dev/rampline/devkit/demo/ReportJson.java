package dev.rampline.devkit.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;

/** Formats a report as one line of JSON. */
public final class ReportJson {
  private static final JsonMapper MAPPER = new JsonMapper();

  private ReportJson() {}

  /** The report with all findings. */
  public static String of(DemoReport report) {
    try {
      return MAPPER.writeValueAsString(report);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
