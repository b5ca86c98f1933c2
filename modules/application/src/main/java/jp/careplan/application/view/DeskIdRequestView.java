package jp.careplan.application.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.IdAsking.Status;
import jp.careplan.application.IdQuestion;
import jp.careplan.application.IdRequests;
import jp.careplan.application.IdRequests.Detail;
import jp.careplan.application.OfficeProfile;
import jp.careplan.application.OperatorCaller;
import jp.careplan.application.page.DeskForm;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.kernel.KjUserId;
import org.jspecify.annotations.Nullable;

/** One request of an office without its ID, opened; and its answer. */
@Named
@RequestScoped
public class DeskIdRequestView {
  private static final String QUEUE = "/desk/id-requests";

  @Inject private IdRequests requests;
  @Inject private RegisteredOffice registered;
  @Inject private OperatorCaller caller;
  @Inject private JapaneseTime time;

  private @Nullable Detail opened;
  private @Nullable String letter;

  /** Opened once a page, and only where it is shown: each time is an entry of the trail. */
  private Detail detail() {
    if (opened == null) {
      opened = requests.open(caller.session(), getNumber());
    }
    return opened;
  }

  private IdQuestion question() {
    return detail().question();
  }

  public String answer() {
    return DeskForm.act(
        page(), "回答を記録しました", () -> requests.answer(caller.session(), getNumber(), typed()));
  }

  public String reject() {
    return DeskForm.act(
        page(), "お断りの手紙を記録しました", () -> requests.reject(caller.session(), getNumber(), typed()));
  }

  private String typed() {
    return letter == null ? "" : letter.strip();
  }

  private static String page() {
    return "/desk/id-request?number=" + DeskForm.parameter("number");
  }

  public String getNumber() {
    return DeskForm.parameter("number");
  }

  public String getQueue() {
    return QUEUE;
  }

  public boolean isWaiting() {
    return detail().entry().status() == Status.RECEIVED;
  }

  public String getStatus() {
    return DeskIdRequestsView.words(detail().entry().status());
  }

  public String getAsked() {
    return time.moment(detail().entry().askedAt());
  }

  public String getMissing() {
    return switch (question().missing()) {
      case ID_UNKNOWN -> "IDがわからない";
      case NO_ID -> "IDがまだない";
      case NO_PASSWORD -> "仮パスワードがない";
    };
  }

  public String getOffice() {
    return question().officeNumber();
  }

  public String getOfficeName() {
    return question().officeName();
  }

  public String getAddress() {
    return question().address();
  }

  public String getContact() {
    return question().contactName() + "（電話 " + question().phone() + "）";
  }

  public String getMail() {
    return question().mail();
  }

  private Optional<OfficeProfile> known() {
    return registered.profile(question());
  }

  public boolean isRegistered() {
    return known().isPresent();
  }

  public String getRegisteredName() {
    return known().map(OfficeProfile::name).orElse("–");
  }

  public String getRegisteredAddress() {
    return known().map(OfficeProfile::address).filter(it -> !it.isEmpty()).orElse("–");
  }

  /** Whether what was asked is not what is registered. */
  public boolean isOther() {
    return isRegistered()
        && !(getRegisteredName().equals(getOfficeName())
            && getRegisteredAddress().equals(getAddress()));
  }

  public List<String> getUsers() {
    return registered.users(caller.session(), question()).stream().map(KjUserId::value).toList();
  }

  public String getSent() {
    return detail().letter().orElse("");
  }

  /** What was typed; before that, words to begin with. */
  public String getLetter() {
    return letter == null ? suggestion() : letter;
  }

  private String suggestion() {
    List<String> users = getUsers();
    if (users.isEmpty()) {
      return "お問い合わせいただいた事業所番号では、アカウントが見つかりませんでした。\n事業所番号を確かめて、もう一度お申し込みください。";
    }
    return switch (question().missing()) {
      case ID_UNKNOWN, NO_ID -> "お問い合わせいただいた事業所のユーザIDは、次のとおりです。\n\n" + String.join("\n", users);
      case NO_PASSWORD -> "仮パスワードは、別の手紙でお送りします。";
    };
  }

  public void setLetter(String letter) {
    this.letter = letter;
  }
}
