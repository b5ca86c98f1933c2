package jp.careplan.exchange.internal.standard;

import static java.util.Locale.ROOT;
import static jp.careplan.exchange.internal.standard.Fault.NAME_EXTENSION;
import static jp.careplan.exchange.internal.standard.Fault.NAME_MONTH;
import static jp.careplan.exchange.internal.standard.Fault.NAME_OFFICE;
import static jp.careplan.exchange.internal.standard.Fault.NAME_RECORD_TYPE;
import static jp.careplan.exchange.internal.standard.Fault.NAME_SEQUENCE;
import static jp.careplan.exchange.internal.standard.Fault.NAME_SERVICE_KIND;
import static jp.careplan.exchange.internal.standard.Fault.NAME_SHAPE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells what is wrong with a name that no pattern fits, as precisely as the name allows. */
final class NameDoctor {
  /** A fault and what its message is filled with. */
  record Diagnosis(Fault fault, String expected) {
    Diagnosis(Fault fault) {
      this(fault, "");
    }
  }

  private static final String NO_MONTH = "000000";
  private static final Pattern OFFICE = Pattern.compile("[0-9]{2}[0-9A-Z][0-9]{7}");
  private static final Pattern KIND = Pattern.compile("[0-9A-Z]{2}");
  private static final Pattern MONTH = Pattern.compile("[0-9]{4}(0[1-9]|1[0-2])");
  private static final Pattern MONTH_LIKE = Pattern.compile("[0-9]{4,8}");
  private static final Pattern SEQUENCE = Pattern.compile("[0-9]{14}");
  private static final Pattern BRANCH = Pattern.compile("[0-9]{4}");

  private final List<RecordType> types;

  /** Asks the newest edition; a name of an older one is told in the newest one's words. */
  NameDoctor(Edition newest) {
    types =
        newest.types().stream()
            .sorted(Comparator.comparingInt((RecordType t) -> t.code().length()).reversed())
            .toList();
  }

  Diagnosis diagnose(String name) {
    var found = types.stream().filter(t -> name.startsWith(t.code() + "_")).findFirst();
    if (found.isEmpty()) {
      return new Diagnosis(NAME_RECORD_TYPE);
    }
    var type = found.get();
    int dot = name.lastIndexOf('.');
    String extension = dot < 0 ? "" : name.substring(dot).toUpperCase(ROOT);
    if (!extension.equals(type.isImage() ? ".JPG" : ".CSV")) {
      return new Diagnosis(NAME_EXTENSION);
    }
    String rest = name.substring(type.code().length() + 1, dot);
    return parts(type, new ArrayList<>(Arrays.asList(rest.split("_", -1))));
  }

  private static Diagnosis parts(RecordType type, List<String> parts) {
    if (type.isImage() && !parts.isEmpty() && BRANCH.matcher(parts.getLast()).matches()) {
      parts.removeLast();
    }
    boolean named = type.namesMonth();
    boolean given = parts.size() > 1 && MONTH_LIKE.matcher(parts.getFirst()).matches();
    if (given != named) {
      return new Diagnosis(NAME_MONTH);
    }
    if (given && !isMonth(parts.removeFirst(), type)) {
      return new Diagnosis(NAME_MONTH);
    }
    return switch (parts.size()) {
      case 3 -> withoutKinds(parts);
      case 5 -> withKinds(parts);
      default -> new Diagnosis(NAME_SHAPE);
    };
  }

  private static boolean isMonth(String text, RecordType type) {
    return MONTH.matcher(text).matches() || (text.equals(NO_MONTH) && !type.isMonthly());
  }

  private static Diagnosis withoutKinds(List<String> parts) {
    return office(parts.get(0), "送信元")
        .or(() -> office(parts.get(1), "送信先"))
        .or(() -> sequence(parts.get(2)))
        .orElse(new Diagnosis(NAME_SERVICE_KIND, "送信元と送信先"));
  }

  private static Diagnosis withKinds(List<String> parts) {
    return office(parts.get(0), "送信元")
        .or(() -> kind(parts.get(1), "送信元"))
        .or(() -> office(parts.get(2), "送信先"))
        .or(() -> kind(parts.get(3), "送信先"))
        .or(() -> sequence(parts.get(4)))
        .orElse(new Diagnosis(NAME_SHAPE));
  }

  private static Optional<Diagnosis> office(String text, String whose) {
    return OFFICE.matcher(text).matches()
        ? Optional.empty()
        : Optional.of(new Diagnosis(NAME_OFFICE, whose));
  }

  private static Optional<Diagnosis> kind(String text, String whose) {
    return KIND.matcher(text).matches()
        ? Optional.empty()
        : Optional.of(new Diagnosis(NAME_SERVICE_KIND, whose));
  }

  private static Optional<Diagnosis> sequence(String text) {
    return SEQUENCE.matcher(text).matches()
        ? Optional.empty()
        : Optional.of(new Diagnosis(NAME_SEQUENCE, Integer.toString(text.length())));
  }
}
