package jp.careplan.launcher.unit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.careplan.launcher.text.Json;
import jp.careplan.launcher.trouble.LauncherProblem;
import jp.careplan.launcher.trouble.Trouble;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.util.Selector;

/** 受付証: CMS SignedData over a small JSON that says what was taken in, when, from whom. */
public final class Receipt {
  private final CMSSignedData signed;

  private Receipt(CMSSignedData signed) {
    this.signed = signed;
  }

  public static Receipt parse(byte[] der) {
    try {
      return new Receipt(new CMSSignedData(der));
    } catch (CMSException e) {
      throw new Trouble(LauncherProblem.RECEIPT_INVALID, "受付証の形をしていません。", e);
    }
  }

  /** What is signed, whoever signed it. */
  public JsonNode content() {
    var content = signed.getSignedContent();
    try {
      if (content != null && content.getContent() instanceof byte[] bytes) {
        return Json.tree(bytes);
      }
    } catch (IOException e) {
      throw new Trouble(LauncherProblem.RECEIPT_INVALID, "受付証の中身を読めません。", e);
    }
    throw new Trouble(LauncherProblem.RECEIPT_INVALID, "受付証に中身がありません。");
  }

  public String number() {
    return content().path("receiptNumber").asText();
  }

  /** Whether it proves a month's exchange (連携実績) and not one transmission. */
  public boolean isMonthProof() {
    return content().path("kind").asText().equals("month-proof");
  }

  /** What was taken in. */
  public Manifest manifest() {
    return new Manifest(content().path("manifest").asText());
  }

  /** Refuses a receipt whose signer none of the given authorities issued. */
  public void mustBeSignedUnder(List<X509Certificate> authorities) {
    var signers = signed.getSignerInfos().getSigners();
    if (signers.isEmpty()) {
      throw new Trouble(LauncherProblem.RECEIPT_INVALID, "署名がありません。");
    }
    for (SignerInformation signer : signers) {
      mustVerify(signer, authorities);
    }
  }

  private void mustVerify(SignerInformation signer, List<X509Certificate> authorities) {
    try {
      X509Certificate certificate = certificateOf(signer);
      mustLeadToOneOf(authorities, certificate);
      if (!signer.verify(
          new JcaSimpleSignerInfoVerifierBuilder().build(certificate.getPublicKey()))) {
        throw new Trouble(LauncherProblem.RECEIPT_INVALID, "署名と中身が合いません。");
      }
    } catch (CMSException | OperatorCreationException | GeneralSecurityException e) {
      throw new Trouble(LauncherProblem.RECEIPT_INVALID, "署名を確かめられません。", e);
    }
  }

  private X509Certificate certificateOf(SignerInformation signer) throws GeneralSecurityException {
    @SuppressWarnings("unchecked") // SignerId selects certificates, its type says less
    Selector<X509CertificateHolder> chosen = signer.getSID();
    for (var holder : signed.getCertificates().getMatches(chosen)) {
      return new JcaX509CertificateConverter().getCertificate(holder);
    }
    throw new Trouble(LauncherProblem.RECEIPT_INVALID, "署名者の証明書が入っていません。");
  }

  /** As of the day the signer's certificate began: old receipts stay good. */
  private void mustLeadToOneOf(List<X509Certificate> authorities, X509Certificate signer)
      throws GeneralSecurityException {
    var target = new X509CertSelector();
    target.setCertificate(signer);
    var parameters = new PKIXBuilderParameters(anchors(authorities), target);
    parameters.setRevocationEnabled(false);
    parameters.setDate(signer.getNotBefore());
    parameters.addCertStore(
        CertStore.getInstance("Collection", new CollectionCertStoreParameters(embedded())));
    CertPathBuilder.getInstance("PKIX").build(parameters);
  }

  private List<X509Certificate> embedded() throws GeneralSecurityException {
    var found = new ArrayList<X509Certificate>();
    for (var holder : signed.getCertificates().getMatches(null)) {
      found.add(new JcaX509CertificateConverter().getCertificate(holder));
    }
    return found;
  }

  private static Set<TrustAnchor> anchors(List<X509Certificate> authorities) {
    var anchors = new HashSet<TrustAnchor>();
    authorities.forEach(authority -> anchors.add(new TrustAnchor(authority, null)));
    return anchors;
  }
}
