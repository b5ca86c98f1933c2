package jp.careplan.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import jp.careplan.application.internal.certificate.PathRefusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateRefusalTest {
  @ParameterizedTest
  @CsvSource({
    "NO_CERTIFICATE, AP-101",
    "POLICY, AP-102",
    "REVOKED, AP-103",
    "EXPIRED, AP-151",
    "NOT_YET_VALID, AP-152",
    "UNKNOWN_ISSUER, AP-153",
    "MALFORMED, AP-154",
    "WEAK_KEY, AP-155",
    "KEY_USAGE, AP-156",
    "REVOCATION_STALE, AP-157",
  })
  void whatIsWrongWithAChainIsToldByItsCode(PathRefusal reason, String code) {
    assertEquals(code, CertificateRefusal.of(reason).code().code());
  }

  @Test
  void noTwoReasonsAreToldAlike() {
    List<String> told =
        Stream.of(PathRefusal.values())
            .map(CertificateRefusal::of)
            .map(it -> it.code() + it.sentence())
            .toList();

    assertEquals(told.size(), told.stream().distinct().count());
    assertTrue(Arrays.stream(PathRefusal.values()).count() > 25);
  }
}
