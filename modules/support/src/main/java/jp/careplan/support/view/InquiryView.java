package jp.careplan.support.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.support.AskingOffice;
import jp.careplan.support.Chatting;
import jp.careplan.support.FormToken;
import jp.careplan.support.Inquiring;
import jp.careplan.support.Inquiring.Draft;
import jp.careplan.support.Inquiring.Status;
import jp.careplan.support.Inquiring.Written;
import jp.careplan.support.InquiryField;
import jp.careplan.support.InquiryForm;
import jp.careplan.support.InquiryForm.Fault;
import jp.careplan.support.InquiryKey;
import jp.careplan.support.InquiryKind;
import jp.careplan.support.Reception;
import jp.careplan.support.Searching;
import jp.careplan.support.TextKind;

/** お問い合わせ: the form, what is confirmed, and what is told once it was sent. */
@Named("inquiryView")
@RequestScoped
public class InquiryView {
  /** Nobody reads and fills in the form in less. */
  private static final Duration FASTEST = Duration.ofSeconds(4);

  private static final String HONEY = "website";
  private static final String TOKEN = "token";
  private static final String CHAT = "chat";
  private static final int SUGGESTIONS = 3;

  @Inject private Inquiring inquiring;
  @Inject private AskingOffice asking;
  @Inject private FormToken token;
  @Inject private Reception reception;
  @Inject private Searching searching;
  @Inject private Chatting chatting;

  private InquiryForm form = InquiryForm.empty();
  private List<Fault> faults = List.of();
  private Optional<Written> written = Optional.empty();
  private String refusal = "";

  /** What is shown of a picture. */
  public record PictureRow(int position, String words) {}

  @PostConstruct
  void load() {
    written = Visit.inquiry(Visit.request()).flatMap(inquiring::find);
    form =
        draft()
            .map(Written::form)
            .orElseGet(() ->
                InquiryForm.empty()
                    .with(
                        InquiryField.OFFICE_NUMBER,
                        asking.office().map(OfficeNumber::value).orElse(""))
                    .with(InquiryField.KIND, HelpView.asked("kind"))
                    .with(InquiryField.SUBJECT, cut(asked())));
  }

  /** What was looked for before, in the search or in the chat. */
  private String asked() {
    return HelpView.asked("from").equals(CHAT)
        ? chatting.lastSaid(ChatView.token())
        : HelpView.asked("q");
  }

  private static String cut(String text) {
    int most = InquiryField.SUBJECT.most();
    return text.length() > most ? text.substring(0, most) : text;
  }

  private Optional<Written> draft() {
    return written.filter(it -> it.status() == Status.DRAFT);
  }

  /** The form was sent: keeps it, and leads on where it is whole. */
  public void take() {
    if (!Visit.isPost()) {
      return;
    }
    form = InquiryForm.typed(Visit::typed);
    faults = form.faults();
    if (!faults.isEmpty()) {
      return;
    }
    InquiryKey key =
        inquiring.save(Visit.inquiry(Visit.request()), new Draft(form, chatToKeep(), isSuspect()));
    Visit.keep(key);
    Visit.lead("/support/inquiry-confirm");
  }

  /** Whoever corrects a draft may be quick; whoever fills in what no person sees is a program. */
  private boolean isSuspect() {
    return !Visit.typed(HONEY).isEmpty()
        || (draft().isEmpty()
            && token.ageOf(Visit.typed(TOKEN)).filter(it -> it.compareTo(FASTEST) > 0).isEmpty());
  }

  private String chatToKeep() {
    return Visit.typed(CHAT).isEmpty() ? "" : chatting.transcript(ChatView.token());
  }

  /** What was said in the chat, for those who come from there. */
  public String getChat() {
    return HelpView.asked("from").equals(CHAT) ? chatting.transcript(ChatView.token()) : "";
  }

  /** 確かめて送る. */
  public void confirm() {
    if (draft().isEmpty()) {
      Visit.lead(written.isPresent() ? "/support/inquiry-sent" : "/support/inquiry");
      return;
    }
    if (!Visit.isPost()) {
      return;
    }
    try {
      InquiryKey key = Visit.inquiry(Visit.request()).orElseThrow();
      inquiring.send(key, Visit.source());
      Visit.lead("/support/inquiry-sent");
    } catch (DomainException e) {
      refusal = Refusal.words(e);
    }
  }

  /** Nothing to show where nothing was sent from this browser. */
  public void sent() {
    if (written.isEmpty() || draft().isPresent()) {
      Visit.lead("/support/inquiry");
    }
  }

  public String getRefusal() {
    return refusal.isEmpty() ? pictureRefusal() : refusal;
  }

  private static String pictureRefusal() {
    return switch (HelpView.asked("refused")) {
      case "SU-111" -> "このファイルは付けられません。画面の写真（JPEGかPNG）を、1枚5MBまでで選んでください。（コード SU-111）";
      case "SU-112" -> "写真は3枚までです。いらない写真を外すと、別の写真を付けられます。（コード SU-112）";
      default -> "";
    };
  }

  public String value(String field) {
    return form.value(InquiryField.valueOf(field));
  }

  public boolean ticked(String field) {
    return form.isTicked(InquiryField.valueOf(field));
  }

  public String id(String field) {
    return InquiryField.valueOf(field).id();
  }

  public int most(String field) {
    return InquiryField.valueOf(field).most();
  }

  /** What is not right about a field; empty where all is. */
  public String fault(String field) {
    return faults.stream()
        .filter(it -> it.field() == InquiryField.valueOf(field))
        .map(Fault::words)
        .findFirst()
        .orElse("");
  }

  public List<Fault> getFaults() {
    return faults;
  }

  public List<InquiryKind> getKinds() {
    return List.of(InquiryKind.values());
  }

  public boolean isKind(InquiryKind kind) {
    return form.kind().filter(it -> it == kind).isPresent();
  }

  /** What was typed, as it is confirmed: label and value. */
  public List<String[]> getRows() {
    List<String[]> rows = new ArrayList<>();
    Arrays.stream(InquiryField.values())
        .filter(it -> it != InquiryField.CONSENT && !form.value(it).isEmpty())
        .forEach(it -> rows.add(new String[] {it.label(), shown(it)}));
    return rows;
  }

  private String shown(InquiryField field) {
    return switch (field) {
      case KIND -> form.kind().map(InquiryKind::label).orElse("");
      case CALL_BACK -> "希望する";
      default -> form.value(field);
    };
  }

  public List<PictureRow> getPictures() {
    return written.map(Written::pictures).orElse(List.of()).stream()
        .map(it ->
            new PictureRow(
                it.position(),
                "写真%d（%s、%,dKB）"
                    .formatted(
                        it.position(),
                        it.media().equals("image/png") ? "PNG" : "JPEG",
                        Math.max(1, it.bytes() / 1024))))
        .toList();
  }

  /** What was said in the chat; empty where nothing was. */
  public String getConversation() {
    return written.map(Written::conversation).orElse("");
  }

  /** Questions that are near what is asked; they never stand in the way. */
  public List<SearchView.Row> getNear() {
    String asked = form.value(InquiryField.SUBJECT) + " " + form.value(InquiryField.BODY);
    return searching
        .search(asked, Optional.of(TextKind.FAQ), SUGGESTIONS)
        .filter(it -> !it.nearestOnly())
        .map(it -> it.hits().stream().map(SearchView::row).toList())
        .orElse(List.of());
  }

  /** Of when the form was shown first. */
  public String getToken() {
    String before = Visit.typed(TOKEN);
    return token.ageOf(before).isPresent() ? before : token.now();
  }

  public String getAnswerWords() {
    return reception.answerWords();
  }

  /** 受付番号 in two groups. */
  public String getNumber() {
    return written.map(it -> readable(it.number())).orElse("");
  }

  static String readable(String number) {
    return number.substring(0, 4) + "-" + number.substring(4);
  }

  public String getCode() {
    return Visit.inquiry(Visit.request()).map(InquiryKey::code).orElse("");
  }

  public String getMail() {
    return written.map(it -> it.form().value(InquiryField.MAIL)).orElse("");
  }
}
