package jp.careplan.application.internal.certificate;

import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraintValidatorException;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.PKIXNameConstraintValidator;

/**
 * Name constraints (RFC 5280, 6.1.3 (b), (c) and 6.1.4 (g)). The JDK checks them as well, but takes
 * a common name for a host name where there is no alternative name, and leaves the anchor's out.
 */
final class NameConstraintsCheck {
  private static final int MOST_COMPARISONS = 250_000;

  private final PKIXNameConstraintValidator validator = new PKIXNameConstraintValidator();

  /**
   * Checks a path from its top.
   *
   * @param anchorCounts whether constraints in the anchor's certificate apply
   */
  static void check(CandidatePath path, boolean anchorCounts) throws Refusal {
    refuseTooMany(path);
    var check = new NameConstraintsCheck();
    if (anchorCounts) {
      check.narrow(path.anchor());
    }
    List<Presented> certificates = path.certificates();
    for (int i = certificates.size() - 1; i >= 0; i--) {
      if (i == 0 || !certificates.get(i).isSelfIssued()) {
        check.hold(certificates.get(i));
      }
      check.narrow(certificates.get(i));
    }
  }

  /** Each name is held against each constraint above it: a product somebody else chooses. */
  private static void refuseTooMany(CandidatePath path) throws Refusal {
    long constraints = constraints(path.anchor());
    long names = 0;
    for (Presented it : path.certificates()) {
      constraints += constraints(it);
      names += 1 + names(it).length;
    }
    if (names * constraints > MOST_COMPARISONS || constraints * constraints > MOST_COMPARISONS) {
      throw new Refusal(
          PathRefusal.TOO_COMPLEX,
          names + " names under " + constraints + " constraints",
          PathVerdict.Refused.NOT_PRESENTED);
    }
  }

  private static GeneralName[] names(Presented it) {
    return it.content(Extension.subjectAlternativeName)
        .map(content -> GeneralNames.getInstance(content).getNames())
        .orElse(new GeneralName[0]);
  }

  private static Optional<NameConstraints> found(Presented it) {
    return it.content(Extension.nameConstraints).map(NameConstraints::getInstance);
  }

  private static int constraints(Presented it) {
    return found(it)
        .map(in ->
            (in.getPermittedSubtrees() == null ? 0 : in.getPermittedSubtrees().length)
                + (in.getExcludedSubtrees() == null ? 0 : in.getExcludedSubtrees().length))
        .orElse(0);
  }

  private void narrow(Presented it) throws Refusal {
    Optional<NameConstraints> constraints = found(it);
    if (constraints.isEmpty()) {
      return;
    }
    try {
      GeneralSubtree[] permitted = constraints.get().getPermittedSubtrees();
      if (permitted != null) {
        validator.intersectPermittedSubtree(permitted);
      }
      GeneralSubtree[] excluded = constraints.get().getExcludedSubtrees();
      if (excluded != null) {
        for (GeneralSubtree subtree : excluded) {
          validator.addExcludedSubtree(subtree);
        }
      }
    } catch (RuntimeException e) {
      // a kind of name that cannot be constrained
      throw it.refusal(PathRefusal.MALFORMED, "name constraints: " + e.getMessage());
    }
  }

  private void hold(Presented it) throws Refusal {
    try {
      X500Name subject = it.structure().getSubject();
      if (subject.getRDNs().length > 0) {
        hold(new GeneralName(subject));
      }
      GeneralName[] names = names(it);
      for (GeneralName name : names) {
        hold(name);
      }
      if (names.length == 0) {
        holdMailOf(subject);
      }
    } catch (NameConstraintValidatorException e) {
      throw it.refusal(PathRefusal.NAME_CONSTRAINTS, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      throw it.refusal(PathRefusal.MALFORMED, "a name: " + e.getMessage());
    }
  }

  /** 4.2.1.10: an address in the subject counts where there is no alternative name. */
  private void holdMailOf(X500Name subject) throws NameConstraintValidatorException {
    for (RDN part : subject.getRDNs(BCStyle.EmailAddress)) {
      for (AttributeTypeAndValue value : part.getTypesAndValues()) {
        if (value.getType().equals(BCStyle.EmailAddress)) {
          hold(new GeneralName(GeneralName.rfc822Name, value.getValue().toString()));
        }
      }
    }
  }

  private void hold(GeneralName name) throws NameConstraintValidatorException {
    validator.checkPermitted(name);
    validator.checkExcluded(name);
  }
}
