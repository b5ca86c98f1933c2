package jp.careplan.exchange.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import jp.careplan.application.Caller;
import jp.careplan.application.OfficeSession;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.application.page.PageMessages;
import jp.careplan.exchange.Enclosure;
import jp.careplan.exchange.Letter;
import jp.careplan.exchange.Mailboxes;
import jp.careplan.exchange.Messages;
import jp.careplan.exchange.Receiving;
import jp.careplan.exchange.Retention.Kept;
import jp.careplan.exchange.Sending;
import jp.careplan.exchange.TransmissionDetail;
import jp.careplan.exchange.TransmissionId;
import jp.careplan.exchange.TransmissionStatus;
import jp.careplan.exchange.TransmissionSummary;
import jp.careplan.kernel.DomainException;
import org.jspecify.annotations.Nullable;

/** One transmission: what it is, its files, its history, and what can be done with it. */
@Named
@RequestScoped
public class TransmissionView {
  @Inject private Mailboxes mailboxes;
  @Inject private Messages messages;
  @Inject private Receiving receiving;
  @Inject private Sending sending;
  @Inject private Caller caller;
  @Inject private JapaneseTime time;

  private String id = "";
  private String reason = "";
  private String importMessage = "";
  private @Nullable TransmissionRow row;
  private @Nullable LetterRow letter;
  private List<FileRow> files = List.of();
  private List<StepRow> steps = List.of();
  private List<FindingRow> findings = List.of();
  private @Nullable Kept kept;

  @PostConstruct
  void load() {
    FacesContext faces = FacesContext.getCurrentInstance();
    Map<String, String> asked = faces.getExternalContext().getRequestParameterMap();
    id = asked.getOrDefault("id", "");
    OfficeSession by = caller.careSession();
    TransmissionDetail detail = mailboxes.detail(by, new TransmissionId(id));
    row = new TransmissionRow(detail.summary(), by.office(), time);
    List<FileRow> all =
        IntStream.range(0, detail.files().size())
            .mapToObj(i -> new FileRow(i, detail.files().get(i), time))
            .toList();
    files = all.stream().filter(file -> !file.isOfMessage()).toList();
    steps =
        detail.history().stream().map(step -> new StepRow(step, detail.summary(), time)).toList();
    findings = FindingRow.worstFirst(detail.findings());
    kept = detail.kept();
    letter =
        row.isMessage() && isOpen()
            ? new LetterRow(messages.read(by, new TransmissionId(id)), all)
            : null;
    if (asked.containsKey("sent") && row.isSentByReader() && !faces.isPostback()) {
      PageMessages.done("送りました", "相手が受け取ると、ここに受信と出ます。");
    }
  }

  public String receive() {
    try {
      receiving.receive(caller.careSession(), new TransmissionId(id));
      PageMessages.done("受け取りました", "送った事業所にも、受け取ったことが見えます。");
      return here();
    } catch (DomainException e) {
      PageMessages.refuse(e);
      load();
      return "";
    }
  }

  public String withdraw() {
    if (reason.isBlank()) {
      PageMessages.warn("取り消す理由が書かれていません", "相手に見えます。短く書いてから、もう一度押してください。");
      return "";
    }
    try {
      sending.withdraw(caller.careSession(), new TransmissionId(id), reason.strip());
      PageMessages.done("この送信を取り消しました", "相手の受信箱でも「取消」になりました。");
      return here();
    } catch (DomainException e) {
      PageMessages.refuse(e);
      load();
      return "";
    }
  }

  /** 取り込みました. */
  public String tellImported() {
    return report(true, "");
  }

  /** 取り込めませんでした; the sender reads why. */
  public String tellImportFailed() {
    if (importMessage.isBlank()) {
      PageMessages.warn("取り込めなかった理由が書かれていません", "送った事業所に見えます。短く書いてから、もう一度押してください。");
      return "";
    }
    return report(false, importMessage.strip());
  }

  private String report(boolean imported, String message) {
    try {
      receiving.reportImport(caller.careSession(), new TransmissionId(id), imported, message);
      PageMessages.done(
          imported ? "取り込んだことを伝えました" : "取り込めなかったことを伝えました",
          imported ? "送った事業所にも、取込済と見えます。" : "送った事業所に、理由と一緒に見えます。直したものが届くのを待ってください。");
      return here();
    } catch (DomainException e) {
      PageMessages.refuse(e);
      load();
      return "";
    }
  }

  private String here() {
    return "/office/transmission?faces-redirect=true&id=" + id;
  }

  public @Nullable TransmissionRow getRow() {
    return row;
  }

  /** The message, once it is open to the reader. */
  public @Nullable LetterRow getLetter() {
    return letter;
  }

  /** Whether the reader may open it, and it is still there. */
  public boolean isOpen() {
    return Objects.requireNonNull(row).isOpen() && !isPurged();
  }

  public boolean isPurged() {
    return Objects.requireNonNull(kept).purgedAt().isPresent();
  }

  /** Whether its end was announced. */
  public boolean isEnding() {
    return Objects.requireNonNull(kept).announced() && !isPurged();
  }

  /** The day on which its content goes, or went. */
  public String getKeptUntil() {
    return time.day(Objects.requireNonNull(kept).until());
  }

  public List<FileRow> getFiles() {
    return files;
  }

  public List<StepRow> getSteps() {
    return steps;
  }

  public List<FindingRow> getFindings() {
    return findings;
  }

  public String getId() {
    return id;
  }

  public String getReason() {
    return reason;
  }

  public String getImportMessage() {
    return importMessage;
  }

  public void setImportMessage(@Nullable String message) {
    this.importMessage = message == null ? "" : message;
  }

  public void setReason(@Nullable String reason) {
    this.reason = reason == null ? "" : reason;
  }

  /** One file of it. */
  public static final class FileRow {
    private final int position;
    private final TransmissionDetail.File file;
    private final JapaneseTime time;

    FileRow(int position, TransmissionDetail.File file, JapaneseTime time) {
      this.position = position;
      this.file = file;
      this.time = time;
    }

    public int getPosition() {
      return position;
    }

    boolean isOfMessage() {
      return Enclosure.isOf(file.name());
    }

    public String getName() {
      return file.name();
    }

    public String getType() {
      return file.typeName();
    }

    /** Rows of a table; an image has none. */
    public String getRecords() {
      return file.records() == 0 ? "–" : file.records() + "件";
    }

    public String getSize() {
      return Words.size(file.bytes());
    }

    public String getDownloadedAt() {
      return file.downloadedAt().map(time::moment).orElse("まだ");
    }
  }

  /** The message as it is read. */
  public static final class LetterRow {
    private final Letter letter;
    private final List<FileRow> files;

    LetterRow(Letter letter, List<FileRow> files) {
      this.letter = letter;
      this.files = files;
    }

    public String getText() {
      return letter.text();
    }

    public List<AttachmentRow> getAttachments() {
      return letter.attachments().stream().map(it -> new AttachmentRow(it.name(), of(it))).toList();
    }

    private FileRow of(Letter.Attachment attachment) {
      return files.stream()
          .filter(file -> file.getName().equals(attachment.file()))
          .findFirst()
          .orElseThrow();
    }
  }

  /** One attachment by the name its sender gave it. */
  public static final class AttachmentRow {
    private final String name;
    private final FileRow file;

    AttachmentRow(String name, FileRow file) {
      this.name = name;
      this.file = file;
    }

    public String getName() {
      return name;
    }

    public int getPosition() {
      return file.getPosition();
    }

    public String getSize() {
      return file.getSize();
    }
  }

  /** One step of its history. */
  public static final class StepRow {
    private final TransmissionDetail.Step step;
    private final TransmissionSummary summary;
    private final JapaneseTime time;

    StepRow(TransmissionDetail.Step step, TransmissionSummary summary, JapaneseTime time) {
      this.step = step;
      this.summary = summary;
      this.time = time;
    }

    public String getWhat() {
      return Words.step(step.reached());
    }

    public String getAt() {
      return time.moment(step.at());
    }

    public String getOffice() {
      if (step.reached() == TransmissionStatus.EXPIRED) {
        return "–";
      }
      return step.office().equals(summary.sender().number())
          ? summary.sender().name()
          : summary.recipient().name();
    }

    public String getBy() {
      return step.reached() == TransmissionStatus.EXPIRED ? "自動" : step.by();
    }

    public String getMessage() {
      return step.message();
    }

    public boolean isBad() {
      return step.reached() == TransmissionStatus.IMPORT_FAILED;
    }
  }
}
