package jp.careplan.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.careplan.support.InquiryForm.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InquiryFormTest {
  private static InquiryForm form(String... changed) {
    Map<String, String> typed =
        new HashMap<>(
            Map.of(
                "kind", "SIGN_IN",
                "mail", "jimu@example.jp",
                "subject", "入れない",
                "body", "朝から入れません",
                "consent", "1"));
    for (int i = 0; i < changed.length; i += 2) {
      typed.put(changed[i], changed[i + 1]);
    }
    return InquiryForm.typed(field -> typed.getOrDefault(field, ""));
  }

  private static List<InquiryField> faults(InquiryForm form) {
    return form.faults().stream().map(Fault::field).toList();
  }

  @Test
  void aWholeFormHasNoFaults() {
    assertEquals(List.of(), faults(form()));
  }

  @Test
  void anEmptyFormNamesWhatIsNeededInTheOrderOfTheForm() {
    assertEquals(
        List.of(
            InquiryField.KIND,
            InquiryField.SUBJECT,
            InquiryField.BODY,
            InquiryField.MAIL,
            InquiryField.CONSENT),
        faults(InquiryForm.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "kind, NO_SUCH_KIND, KIND",
    "office-number, 123, OFFICE_NUMBER",
    "mail, nobody, MAIL",
    "mail, a@b, MAIL",
    "phone, 12345, PHONE",
    "call-back, 1, PHONE",
  })
  void aValueThatCannotBeIsNamed(String field, String value, InquiryField named) {
    assertEquals(List.of(named), faults(form(field, value)));
  }

  @Test
  void aLongTextIsNamedWithItsLength() {
    var faults = form("body", "あ".repeat(2001)).faults();

    assertEquals(1, faults.size());
    assertTrue(faults.getFirst().words().contains("2001文字"), faults::toString);
  }

  @Test
  void whatIsMeantIsTakenOver() {
    var form =
        form("office-number", "９９７-0000011", "mail", " ＪＩＭＵ@example.jp ", "phone", "０３ー００００－００００");

    assertEquals("9970000011", form.value(InquiryField.OFFICE_NUMBER));
    assertEquals("JIMU@example.jp", form.value(InquiryField.MAIL));
    assertEquals("03-0000-0000", form.value(InquiryField.PHONE));
    assertEquals(List.of(), form.faults());
  }

  /** A line break in a subject would begin a new header of a mail. */
  @Test
  void aSubjectIsOneLine() {
    assertEquals(
        "入れない Bcc: x@example.jp",
        form("subject", "入れない\r\nBcc: x@example.jp\u0000").value(InquiryField.SUBJECT));
  }
}
