package jp.careplan.application.internal.certificate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One case of the table: a chain, what is known, and what the verdict must be. */
final class Vector {
  private final String name;
  private final List<byte[]> chain = new ArrayList<>();
  private final List<byte[]> anchors = new ArrayList<>();
  private final List<byte[]> lists = new ArrayList<>();
  private final List<byte[]> responses = new ArrayList<>();
  private final List<byte[]> further = new ArrayList<>();
  private PathRules rules = PathRules.conforming().withRevocation(PathRules.Revocation.IGNORED);
  private Instant at = Issued.NOON;
  private Optional<PathRefusal> expected = Optional.empty();
  private int expectedCertificate = Integer.MIN_VALUE;

  private Vector(String name) {
    this.name = name;
  }

  static Vector of(String name, Issued... chain) {
    var vector = new Vector(name);
    for (Issued it : chain) {
      vector.chain.add(it.der);
    }
    return vector;
  }

  Vector and(byte[] der) {
    chain.add(der);
    return this;
  }

  Vector trusting(Issued... roots) {
    for (Issued it : roots) {
      anchors.add(it.der);
    }
    return this;
  }

  Vector under(PathRules other) {
    rules = other;
    return this;
  }

  /** Path validation without the strictness for issuers. */
  Vector plain() {
    rules = PathRules.rfc5280().withRevocation(rules.revocation());
    return this;
  }

  Vector strong() {
    rules = rules.withStrongKeys(true);
    return this;
  }

  Vector knowing(byte[]... crls) {
    lists.addAll(List.of(crls));
    rules = rules.withRevocation(PathRules.Revocation.REQUIRED);
    return this;
  }

  Vector hearing(byte[]... answers) {
    responses.addAll(List.of(answers));
    rules = rules.withRevocation(PathRules.Revocation.REQUIRED);
    return this;
  }

  Vector having(Issued... certificates) {
    for (Issued it : certificates) {
      further.add(it.der);
    }
    return this;
  }

  Vector policies(PathRules.Policies policies) {
    rules = rules.withPolicies(policies);
    return this;
  }

  Vector revocation(PathRules.Revocation revocation) {
    rules = rules.withRevocation(revocation);
    return this;
  }

  Vector at(Instant moment) {
    at = moment;
    return this;
  }

  Vector isValid() {
    return this;
  }

  Vector refused(PathRefusal reason) {
    expected = Optional.of(reason);
    return this;
  }

  Vector refused(PathRefusal reason, int certificate) {
    expectedCertificate = certificate;
    return refused(reason);
  }

  PathVerdict judge() {
    return new PathValidation(anchors, rules)
        .judge(chain, at, RevocationData.of(lists, responses, further));
  }

  List<byte[]> chain() {
    return chain;
  }

  Optional<PathRefusal> expected() {
    return expected;
  }

  int expectedCertificate() {
    return expectedCertificate;
  }

  @Override
  public String toString() {
    return name;
  }
}
