package jp.careplan.exchange;

import static java.util.Locale.ROOT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.careplan.application.SubjectNames;

/** A transmission is called by its receipt number, which people read to each other. */
@ApplicationScoped
@Transactional
class ReceiptNames implements SubjectNames {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{8}-[0-9A-Z]{5}-[0-9A-Z]{5}");

  /** An ID, and a place in the transmission behind it. */
  private static final Pattern SUBJECT =
      Pattern.compile("([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12})(?:/.*)?");

  @Inject private Transmissions transmissions;

  @Override
  public Map<String, String> of(Collection<String> subjects) {
    Map<String, String> names = new HashMap<>();
    for (String subject : subjects) {
      Matcher matcher = SUBJECT.matcher(subject);
      if (matcher.matches()) {
        names.put(subject, matcher.group(1));
      }
    }
    Map<String, String> numbers = transmissions.receiptNumbers(Set.copyOf(names.values()));
    names.values().retainAll(numbers.keySet());
    names.replaceAll((subject, id) -> numbers.get(id));
    return names;
  }

  @Override
  public Optional<String> subject(String name) {
    String number = name.toUpperCase(ROOT);
    return NUMBER.matcher(number).matches()
        ? transmissions.findReceipt(number).map(TransmissionId::value)
        : Optional.empty();
  }
}
