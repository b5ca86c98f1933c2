package jp.careplan.support;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.OfficeNumber;

/**
 * 問い合わせ as somebody typed it; whole or not.
 *
 * @param values of every field, empty where nothing was typed
 */
public record InquiryForm(Map<InquiryField, String> values) {
  private static final Pattern MAIL =
      Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+");
  private static final Pattern PHONE = Pattern.compile("[0-9+()\\- ]{8,40}");

  /** What is not right about a field, in a sentence. */
  public record Fault(InquiryField field, String words) {
    /** Where the field stands on the page of the form. */
    public String link() {
      return "#" + field.id();
    }
  }

  public InquiryForm {
    Map<InquiryField, String> all = new EnumMap<>(InquiryField.class);
    for (InquiryField field : InquiryField.values()) {
      all.put(field, values.getOrDefault(field, ""));
    }
    values = Map.copyOf(all);
  }

  public static InquiryForm empty() {
    return new InquiryForm(Map.of());
  }

  /**
   * Takes over what was typed as it is meant: numbers and addresses in half width, no blanks
   * around, no letters that cannot be seen.
   *
   * @param typed the text under the name of a field
   */
  public static InquiryForm typed(UnaryOperator<String> typed) {
    Map<InquiryField, String> all = new EnumMap<>(InquiryField.class);
    for (InquiryField field : InquiryField.values()) {
      all.put(field, meant(field, typed.apply(field.id())));
    }
    return new InquiryForm(all);
  }

  private static String meant(InquiryField field, String typed) {
    String text = typed.replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\n]]", "").strip();
    return switch (field) {
      case OFFICE_NUMBER -> folded(text).replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
      case MAIL -> folded(text).replaceAll("\\s", "");
      case PHONE -> folded(text).replaceAll("[‐‑–—―−ー]", "-").replace('\n', ' ');
      case BODY, SCREEN -> text;
      case CALL_BACK, CONSENT -> text.isEmpty() ? "" : "1";
      default -> text.replace('\n', ' ');
    };
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }

  public String value(InquiryField field) {
    return values.getOrDefault(field, "");
  }

  public boolean isTicked(InquiryField field) {
    return !value(field).isEmpty();
  }

  public Optional<InquiryKind> kind() {
    return InquiryKind.of(value(InquiryField.KIND));
  }

  /** The same with another value. */
  public InquiryForm with(InquiryField field, String value) {
    Map<InquiryField, String> all = new EnumMap<>(values);
    all.put(field, value);
    return new InquiryForm(all);
  }

  /** All that must be put right before it can be sent, in the order of the form. */
  public List<Fault> faults() {
    List<Fault> faults = new ArrayList<>();
    for (InquiryField field : InquiryField.values()) {
      fault(field).ifPresent(words -> faults.add(new Fault(field, words)));
    }
    return faults;
  }

  private Optional<String> fault(InquiryField field) {
    String value = value(field);
    if (value.isEmpty()) {
      return missing(field);
    }
    if (value.length() > field.most()) {
      return Optional.of(
          "%sは、%d文字までで入れてください。いまは%d文字です。".formatted(field.label(), field.most(), value.length()));
    }
    return switch (field) {
      case KIND -> kind().isPresent() ? Optional.empty() : missing(field);
      case OFFICE_NUMBER ->
          isOfficeNumber(value)
              ? Optional.empty()
              : Optional.of("事業所番号は10桁です。確かめて入れ直すか、空けておいてください。");
      case MAIL ->
          MAIL.matcher(value).matches()
              ? Optional.empty()
              : Optional.of("メールアドレスの形を確かめてください。例 jimu@example.jp");
      case PHONE ->
          PHONE.matcher(value).matches()
              ? Optional.empty()
              : Optional.of("電話番号は、市外局番から数字で入れてください。例 03-0000-0000");
      default -> Optional.empty();
    };
  }

  private Optional<String> missing(InquiryField field) {
    if (field == InquiryField.PHONE && isTicked(InquiryField.CALL_BACK)) {
      return Optional.of("電話での返事を希望するときは、電話番号を入れてください。");
    }
    if (!field.required()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (field) {
          case KIND -> "種別を選んでください。";
          case CONSENT -> "個人情報の扱いを読み、同意の印を付けてください。";
          default -> field.label() + "を入れてください。";
        });
  }

  private static boolean isOfficeNumber(String value) {
    try {
      new OfficeNumber(value);
      return true;
    } catch (DomainException e) {
      return false;
    }
  }
}
