package jp.careplan.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.careplan.application.ApplicationForm.Description;
import jp.careplan.application.ApplicationForm.Fault;
import jp.careplan.application.ApplicationForm.Premises;
import jp.careplan.application.ApplicationReview.Rule;
import jp.careplan.application.page.KindWords;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.ServiceKind;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What must be put right in an application, and which rules ask for a review of it. */
@ApplicationScoped
class ApplicationCheck {
  private static final Pattern KANA =
      Pattern.compile("[\\u30A1-\\u30FC・\\u3000 0-9A-Za-zＡ-Ｚａ-ｚ０-９（）()－-]+");
  private static final Pattern MAIL =
      Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
  private static final Pattern KIND = Pattern.compile("[0-9A-Z]{2}");
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_ADDRESS = 300;
  private static final int LONGEST_MAIL = 254;
  private static final int LONGEST_KINDS = 200;
  private static final int LONGEST_SOFTWARE = 100;

  @Inject private KindWords words;

  @Inject
  @ConfigProperty(name = "careplan.application.entrusted-only")
  private boolean entrustedOnlyAllowed;

  List<Fault> faultsOf(Premises typed) {
    List<Fault> faults = new ArrayList<>();
    if (!typed.partnerAsked()) {
      faults.add(new Fault("partnerAsked", "やりとりする相手に確かめてから、印を付けてください。"));
    }
    if (isMissing(typed.careSoftware(), LONGEST_SOFTWARE)) {
      faults.add(new Fault("careSoftware", "お使いの介護ソフトの名前を、100文字以下で入れてください。"));
    }
    if (typed.entrustedOnly() && !entrustedOnlyAllowed) {
      faults.add(
          new Fault("entrustedOnly", "介護予防の委託のためだけの申請は、いまは受け付けていません。ほかのやりとりにも使うときに申請してください。"));
    }
    return faults;
  }

  List<Fault> faultsOf(OfficeNumber office, Description typed) {
    List<Fault> faults = new ArrayList<>();
    if (isMissing(typed.name(), LONGEST_NAME)) {
      faults.add(new Fault("name", "事業所の名称を入れてください。"));
    }
    if (isMissing(typed.kanaName(), LONGEST_NAME) || !KANA.matcher(typed.kanaName()).matches()) {
      faults.add(new Fault("kanaName", "フリガナを、カタカナで入れてください。"));
    }
    if (isMissing(typed.address(), LONGEST_ADDRESS)) {
      faults.add(new Fault("address", "事業所の所在地を入れてください。"));
    }
    if (isMissing(typed.mail(), LONGEST_MAIL) || !MAIL.matcher(typed.mail()).matches()) {
      faults.add(new Fault("mail", "メールアドレスを確かめてください。例 office@example.jp"));
    }
    kindsFault(typed.kinds()).ifPresent(faults::add);
    formerFault(office, typed.formerNumber()).ifPresent(faults::add);
    return faults;
  }

  private static Optional<Fault> kindsFault(String kinds) {
    if (kinds.isBlank()) {
      return Optional.of(new Fault("kinds", "サービス種類を1つ以上選んでください。"));
    }
    List<String> bad =
        Arrays.stream(kinds.split(" ")).filter(kind -> !KIND.matcher(kind).matches()).toList();
    return bad.isEmpty() && kinds.length() <= LONGEST_KINDS
        ? Optional.empty()
        : Optional.of(new Fault("kinds", "サービス種類コードは、数字か英大文字の2文字です。"));
  }

  private static Optional<Fault> formerFault(OfficeNumber office, String typed) {
    if (typed.isEmpty() || (OfficeNumber.isValid(typed) && !typed.equals(office.value()))) {
      return Optional.empty();
    }
    return Optional.of(new Fault("formerNumber", "前の事業所番号を10桁で入れてください。変わっていないときは空にします。"));
  }

  private static boolean isMissing(String text, int longest) {
    return text.isBlank() || text.length() > longest;
  }

  /** Codes of the rules that are switched on and apply. */
  List<String> reviewsOf(
      UsageApplication application, Optional<Office> office, Map<String, Rule> rules) {
    Description description = application.form().description();
    Map<String, Boolean> applies =
        Map.of(
            "OFFICE_NOT_LISTED", office.isEmpty(),
            "OFFICE_NOT_ACTIVE", office.filter(it -> !it.isActive()).isPresent(),
            "KIND_OUT_OF_SCOPE", !exchanged().containsAll(kinds(description)),
            "FORMER_NUMBER", !description.formerNumber().isEmpty());
    return rules.values().stream()
        .filter(Rule::switchedOn)
        .map(Rule::code)
        .filter(code -> applies.getOrDefault(code, false))
        .sorted()
        .toList();
  }

  private Set<ServiceKind> exchanged() {
    return words.exchanged().stream()
        .flatMap(group -> group.kinds().stream())
        .collect(Collectors.toSet());
  }

  static Set<ServiceKind> kinds(Description description) {
    return Arrays.stream(description.kinds().split(" "))
        .filter(kind -> !kind.isEmpty())
        .map(ServiceKind::new)
        .collect(Collectors.toUnmodifiableSet());
  }
}
