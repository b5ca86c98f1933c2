package jp.careplan.exchange.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.exchange.MonthProofs;
import jp.careplan.exchange.MonthProofs.Proof;
import org.jspecify.annotations.Nullable;

/** The public page where anyone verifies a proof by its check code. */
@Named
@RequestScoped
public class ProofView {
  @Inject private MonthProofs proofs;
  @Inject private JapaneseTime time;

  private String asked = "";
  private Optional<Proof> found = Optional.empty();

  @PostConstruct
  void load() {
    asked =
        FacesContext.getCurrentInstance()
            .getExternalContext()
            .getRequestParameterMap()
            .getOrDefault("code", "")
            .strip();
    found = asked.isEmpty() ? Optional.empty() : proofs.find(asked);
  }

  public String getAsked() {
    return asked;
  }

  public boolean isFound() {
    return found.isPresent();
  }

  public boolean isUnknown() {
    return !asked.isEmpty() && found.isEmpty();
  }

  public String getCode() {
    return found.map(Proof::code).orElse("");
  }

  public String getIssuedAt() {
    return found.map(it -> time.moment(it.issuedAt())).orElse("");
  }

  public @Nullable ProofSheet getSheet() {
    return found.map(it -> new ProofSheet(it.figures(), time)).orElse(null);
  }
}
