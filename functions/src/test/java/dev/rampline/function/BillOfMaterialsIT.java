package dev.rampline.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The bill of materials lists exactly the libraries of the function package. */
class BillOfMaterialsIT {
  private static final Path PACKAGE = Path.of(System.getProperty("package"));
  private static final Path BILL = PACKAGE.resolveSibling("bill-of-materials.json");

  @Test
  void bill_lists_each_library_of_the_package_with_its_hash() throws Exception {
    assertThat(billed()).isNotEmpty().isEqualTo(packaged());
  }

  private static SortedMap<String, String> billed() throws IOException {
    SortedMap<String, String> billed = new TreeMap<>();
    for (JsonNode component : new ObjectMapper().readTree(BILL.toFile()).path("components")) {
      String file = component.path("name").asText() + "-" + component.path("version").asText();
      billed.put("lib/" + file + ".jar", sha256(component));
    }
    return billed;
  }

  private static String sha256(JsonNode component) {
    for (JsonNode hash : component.path("hashes")) {
      if (hash.path("alg").asText().equals("SHA-256")) {
        return hash.path("content").asText();
      }
    }
    return "none";
  }

  private static SortedMap<String, String> packaged() throws IOException, NoSuchAlgorithmException {
    SortedMap<String, String> packaged = new TreeMap<>();
    try (ZipFile zip = new ZipFile(PACKAGE.toFile())) {
      for (ZipEntry entry : zip.stream().filter(each -> each.getName().endsWith(".jar")).toList()) {
        byte[] content = zip.getInputStream(entry).readAllBytes();
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
        packaged.put(entry.getName(), HexFormat.of().formatHex(hash));
      }
    }
    return packaged;
  }
}
