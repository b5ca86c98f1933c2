package jp.careplan.exchange.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.careplan.application.Caller;
import jp.careplan.application.OfficeSession;
import jp.careplan.application.page.PageMessages;
import jp.careplan.exchange.Dispatching;
import jp.careplan.exchange.OfferedFile;
import jp.careplan.exchange.Sending;
import jp.careplan.exchange.TransmissionId;
import jp.careplan.exchange.Versions;
import jp.careplan.kernel.DomainException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * 残りにも送る: lays a changed plan out for the offices that hold the one before, and sends what the
 * check and the question of the destination let go. The rest stays on the page 送る with its reason.
 */
@Named
@RequestScoped
public class RestView {
  /** With the ID behind it: excerpts of two units may bear the same names. */
  private static final String FOLDER = "残りの事業所の分 ";

  @Inject private Versions versions;
  @Inject private Sending sending;
  @Inject private Dispatching dispatching;
  @Inject private SendDesk desk;
  @Inject private Caller caller;

  @Inject
  @ConfigProperty(name = "careplan.limits.request-bytes", defaultValue = "31457280")
  private long bytes;

  @Inject
  @ConfigProperty(name = "careplan.limits.files", defaultValue = "500")
  private int files;

  public String send() {
    ExternalContext request = FacesContext.getCurrentInstance().getExternalContext();
    String id = request.getRequestParameterMap().getOrDefault("id", "");
    Set<String> chosen =
        Arrays.stream(request.getRequestParameterValuesMap().getOrDefault("to", new String[0]))
            .collect(Collectors.toSet());
    String here = "/office/transmission?faces-redirect=true&id=" + id;
    if (chosen.isEmpty()) {
      PageMessages.warn("送る事業所が選ばれていません", "1つ以上選んでから、もう一度押してください。");
      PageMessages.keep();
      return here;
    }
    try {
      boolean laid = send(caller.careSession(), new TransmissionId(id), chosen);
      return laid ? "/office/send?faces-redirect=true" : here;
    } catch (DomainException e) {
      PageMessages.refuse(e);
      PageMessages.keep();
      return here;
    }
  }

  private boolean send(OfficeSession by, TransmissionId id, Set<String> chosen) {
    List<OfferedFile> unit = versions.forTheRest(by, id, chosen);
    if (unit.isEmpty()) {
      PageMessages.warn("前の版のままの事業所は、もうありません", "ほかの人が、先に送ったかもしれません。");
      PageMessages.keep();
      return false;
    }
    String folder = FOLDER + id;
    desk.of(by).put(folder, unit, new SendDesk.Limits(bytes, files));
    desk.check(sending, by);
    desk.startFolder(dispatching, by, folder);
    return true;
  }
}
