package jp.careplan.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.careplan.kernel.AuditTrail;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.KernelProblem;
import jp.careplan.kernel.Mailing;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.OperatorSettings;
import jp.careplan.support.internal.inquiry.Pictures;
import org.eclipse.microprofile.config.inject.ConfigProperty;

@ApplicationScoped
@Transactional
class InquiryService implements Inquiring {
  static final int PICTURE_BYTES = 5 * 1024 * 1024;

  private static final String ANYONE = "public";
  private static final Pattern LINK = Pattern.compile("https?://|www\\.", Pattern.CASE_INSENSITIVE);
  private static final int MOST_LINKS = 2;
  private static final Duration HOUR = Duration.ofHours(1);
  private static final int MOST_OF_SOURCE = 30;
  private static final int MOST_TO_ADDRESS = 5;
  private static final int MOST_LOOKS = 60;

  @Inject private InquiryStore store;
  @Inject private Brake brake;
  @Inject private AskingOffice asking;
  @Inject private UnmetQueue unmet;
  @Inject private AuditTrail trail;
  @Inject private Mailing mailing;
  @Inject private OperatorSettings settings;
  @Inject private Reception reception;
  @Inject private SiteValues site;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "careplan.public-url", defaultValue = "http://localhost:8080")
  private String publicUrl;

  @Override
  public InquiryKey save(Optional<InquiryKey> key, Draft draft) {
    return store.save(key, draft);
  }

  @Override
  public Optional<Written> find(InquiryKey key) {
    return store.written(key);
  }

  @Override
  public void lay(InquiryKey key, byte[] picture) {
    String media =
        Pictures.mediaOf(picture)
            .filter(any -> picture.length <= PICTURE_BYTES)
            .orElseThrow(() -> new DomainException(SupportProblem.NOT_A_PICTURE, ""));
    store.lay(key, media, picture);
  }

  @Override
  public void takeAway(InquiryKey key, int position) {
    store.takeAway(key, position);
  }

  @Override
  public void send(InquiryKey key, String source) {
    if (store.find(key).filter(it -> !it.isDraft()).isPresent()) {
      return; // the button was pressed twice
    }
    Inquiry draft = store.requireDraft(key);
    InquiryForm form = store.written(draft).form();
    if (!form.faults().isEmpty()) {
      throw new DomainException(KernelProblem.BAD_REQUEST, form.faults().getFirst().words());
    }
    String mail = form.value(InquiryField.MAIL);
    brake.count("inquiry " + source, MOST_OF_SOURCE, HOUR);
    brake.count("inquiry to " + mail.toLowerCase(Locale.ROOT), MOST_TO_ADDRESS, HOUR);
    boolean held = store.isSuspect(draft) || linksIn(form) > MOST_LINKS;
    String office = asking.office().map(OfficeNumber::value).orElse("");
    draft.receive(office, held, clock.instant());
    if (!held) {
      mailing.queue(received(key, mail));
      unmet.note(UnmetKind.INQUIRY, form.value(InquiryField.SUBJECT), "");
    }
    trail.append(new AuditTrail.Entry(ANYONE, office, "inquiry-received", key.number()));
  }

  private static long linksIn(InquiryForm form) {
    return form.values().values().stream().flatMap(it -> LINK.matcher(it).results()).count();
  }

  private Mailing.Mail received(InquiryKey key, String mail) {
    Map<String, String> values =
        Map.of(
            "number",
            key.number(),
            "answer",
            reception.answerWords(),
            "url",
            publicUrl + "/support/inquiry-state?number=" + key.number() + "&code=" + key.code());
    return new Mailing.Mail(
        mail,
        "【ケアプランデータ連携】" + settings.filled(SupportSettings.RECEIVED.subject(), values),
        settings.filled(SupportSettings.RECEIVED.body(), values) + "\n\n" + foot());
  }

  private String foot() {
    String phone = site.phone().isEmpty() ? "" : "電話 " + site.phone();
    String hours = site.hours().isEmpty() ? "" : "受付 " + site.hours();
    return Stream.of(site.operatorName(), phone, hours)
        .filter(it -> !it.isEmpty())
        .collect(Collectors.joining("\n", "", "\n"));
  }

  @Override
  public Standing standingOf(InquiryKey key, String source) {
    brake.count("inquiry state " + source, MOST_LOOKS, HOUR);
    return store
        .find(key)
        .filter(it -> !it.isDraft())
        .map(Inquiry::standing)
        .orElseThrow(() -> new DomainException(SupportProblem.UNKNOWN_INQUIRY, ""));
  }

  @Override
  public List<Standing> of(OfficeNumber office, int most) {
    return store.of(office.value(), most);
  }
}
