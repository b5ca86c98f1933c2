package jp.careplan.exchange.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.careplan.application.Caller;
import jp.careplan.application.OfficeDirectory;
import jp.careplan.application.OfficeEntry;
import jp.careplan.application.OfficeSession;
import jp.careplan.application.Rights;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.exchange.Doubt;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.ServiceKind;
import jp.careplan.licensing.Entitlement;
import org.jspecify.annotations.Nullable;

/** メッセージを送る: to whom, what, with which attachments. */
@Named
@RequestScoped
public class MessageView {
  /** Facelets leaves out an attribute without a value. */
  static final String WHOLE = "all";

  @Inject private OfficeDirectory offices;
  @Inject private Entitlement entitlement;
  @Inject private MessageDraft draft;
  @Inject private Caller caller;
  @Inject private JapaneseTime time;

  private String asked = "";
  private String kind = "";
  private String own = "";
  private String trouble = "";
  private @Nullable OfficeEntry partner;
  private List<TransmissionList.Choice> kinds = List.of();
  private List<TransmissionList.Choice> ownKinds = List.of();

  @PostConstruct
  void load() {
    OfficeSession by = caller.careSession();
    draft.of(by);
    trouble = draft.takeTrouble();
    Map<String, String> parameters =
        FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
    asked =
        Normalizer.normalize(parameters.getOrDefault("to", ""), Normalizer.Form.NFKC)
            .strip()
            .toUpperCase(Locale.ROOT);
    kind = parameters.getOrDefault("kind", "");
    own = parameters.getOrDefault("own", "");
    partner = find(asked).orElse(null);
    if (partner != null) {
      kinds = choices(partner.kinds(), kind, Rights.OF_OFFICE);
      ownKinds =
          choices(
              offices.find(by.office()).map(OfficeEntry::kinds).orElse(Set.of()), own, by.rights());
    }
  }

  private Optional<OfficeEntry> find(String number) {
    try {
      return number.isEmpty() ? Optional.empty() : offices.find(new OfficeNumber(number));
    } catch (DomainException e) {
      return Optional.empty();
    }
  }

  /** Whoever sees only some kinds writes for one of them; the office as a whole is for the rest. */
  private static List<TransmissionList.Choice> choices(
      Set<ServiceKind> kinds, String chosen, Rights rights) {
    var choices = new ArrayList<TransmissionList.Choice>();
    if (!rights.isLimited()) {
      choices.add(new TransmissionList.Choice(WHOLE, "事業所全体", chosen));
    }
    kinds.stream()
        .map(ServiceKind::value)
        .filter(rights::includes)
        .sorted(Comparator.naturalOrder())
        .forEach(code ->
            choices.add(new TransmissionList.Choice(code, Words.serviceKind(code), chosen)));
    return choices;
  }

  public String getAsked() {
    return asked;
  }

  /** A number was given, and nobody is found under it. */
  public boolean isUnknown() {
    return !asked.isEmpty() && partner == null;
  }

  public boolean isClosed() {
    return partner != null && !partner.active();
  }

  public boolean isWriting() {
    return partner != null && partner.active();
  }

  public String getPartner() {
    return partner == null ? "" : partner.name();
  }

  public List<TransmissionList.Choice> getKinds() {
    return kinds;
  }

  public List<TransmissionList.Choice> getOwnKinds() {
    return ownKinds;
  }

  public String getText() {
    return draft.text();
  }

  public List<String> getAttachments() {
    return draft.names();
  }

  public String getToken() {
    return draft.token();
  }

  /** What is to be looked at before it goes to this partner. */
  public List<Doubt> getDoubts() {
    return draft.doubts(asked);
  }

  public String getTrouble() {
    return trouble;
  }

  /** Why nothing can be sent today; empty when it can. */
  public String getLicence() {
    return LicenceNotice.of(offices.find(caller.office()), entitlement, time);
  }
}
