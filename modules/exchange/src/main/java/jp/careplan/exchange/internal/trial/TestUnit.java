package jp.careplan.exchange.internal.trial;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.careplan.application.VendorTestPart.Kind;
import jp.careplan.exchange.OfferedFile;

/**
 * The files of a case: made of templates, one for each kind of file, with a person's values filled
 * in. A row that begins with {@code @planned} or {@code @actual} is repeated for each of those
 * days.
 */
public final class TestUnit {
  private static final Charset MS932 = Charset.forName("windows-31j");
  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
  private static final DateTimeFormatter SEQUENCE = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
  private static final String MONTH = "202606";

  private static final Map<Kind, List<String>> FILES =
      Map.of(
          Kind.D1, List.of("UP1KYO", "UP2KYO", "UP3KYO", "UPHOSOKU"),
          Kind.D2, List.of("UPPLAN", "UPSIKYU", "UPHOSOKU"),
          Kind.D3, List.of("UPJSK"),
          Kind.D4, List.of("UPKIHON", "UPKIHON_SUB1", "UPKIHON_SUB2"),
          Kind.D5, List.of("UPYOBO", "UPYOBO_SUB"),
          Kind.D6, List.of("UPPLAN", "UPSIKYU", "UPHOSOKU"),
          Kind.D7, List.of("UPJSK"));

  private static final Set<Kind> RESULTS = Set.of(Kind.D3, Kind.D7);
  private static final Set<Kind> PREVENTION = Set.of(Kind.D4, Kind.D5, Kind.D6, Kind.D7);

  private TestUnit() {}

  /** An office of a case with the service kind it has there. */
  public record Side(String number, String kind) {
    @Override
    public String toString() {
      return number + "（" + kind + "）";
    }
  }

  private static Side planner(Kind kind) {
    return PREVENTION.contains(kind) ? new Side("9900000066", "46") : new Side("9970000011", "43");
  }

  private static Side service(Kind kind) {
    return PREVENTION.contains(kind) ? new Side("99A0000077", "A2") : new Side("9970000022", "11");
  }

  public static Side sender(Kind kind) {
    return RESULTS.contains(kind) ? service(kind) : planner(kind);
  }

  public static Side receiver(Kind kind) {
    return RESULTS.contains(kind) ? planner(kind) : service(kind);
  }

  /**
   * A unit that the check accepts.
   *
   * @param seed makes the person
   * @param made what names and rows tell as their moment
   */
  public static List<OfferedFile> files(Kind kind, String seed, LocalDateTime made) {
    return files(kind, seed, made, planner(kind), service(kind));
  }

  /** The same between two other offices. */
  public static List<OfferedFile> files(
      Kind kind, String seed, LocalDateTime made, Side planner, Side service) {
    boolean result = RESULTS.contains(kind);
    Side from = result ? service : planner;
    Side to = result ? planner : service;
    TestPersona persona = TestPersona.of(kind + " " + seed, PREVENTION.contains(kind) ? 287 : 244);
    Map<String, String> values = new HashMap<>(persona.values());
    values.put("insurer", PREVENTION.contains(kind) ? "999992" : "999991");
    values.put("planner", planner.number());
    values.put("service", service.number());
    values.put("sender", from.number());
    values.put("made", TestPersona.digits(made.toLocalDate()));
    return requireNonNull(FILES.get(kind)).stream()
        .map(type ->
            new OfferedFile(
                name(kind, type, made, from, to),
                text(kind, type, values, persona).getBytes(MS932)))
        .toList();
  }

  private static String name(Kind kind, String type, LocalDateTime made, Side from, Side to) {
    String month =
        switch (type) {
          case "UPPLAN", "UPSIKYU", "UPJSK" -> MONTH + "_";
          case "UPHOSOKU" -> (kind == Kind.D1 ? "000000" : MONTH) + "_";
          default -> "";
        };
    return type
        + "_"
        + month
        + String.join("_", from.number(), from.kind(), to.number(), to.kind())
        + "_"
        + SEQUENCE.format(made)
        + ".CSV";
  }

  private static String text(
      Kind kind, String type, Map<String, String> values, TestPersona persona) {
    return template(kind + "-" + type + ".csv")
        .lines()
        .flatMap(line -> {
          if (line.startsWith("@planned ")) {
            return each(line, persona.planned(), values);
          }
          return line.startsWith("@actual ")
              ? each(line, persona.actual(), values)
              : java.util.stream.Stream.of(filled(line, values));
        })
        .map(line -> line + "\r\n")
        .collect(Collectors.joining());
  }

  private static java.util.stream.Stream<String> each(
      String line, List<LocalDate> days, Map<String, String> values) {
    String row = line.substring(line.indexOf(' ') + 1);
    return days.stream().map(day -> filled(row.replace("{day}", TestPersona.digits(day)), values));
  }

  private static String filled(String line, Map<String, String> values) {
    return PLACE
        .matcher(line)
        .replaceAll(it -> Matcher.quoteReplacement(values.getOrDefault(it.group(1), it.group())));
  }

  static String template(String name) {
    try (InputStream in = TestUnit.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no template " + name);
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
