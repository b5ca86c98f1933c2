package jp.careplan.exchange.internal.form;

import static java.util.Locale.ROOT;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.careplan.exchange.internal.form.SlipForms.Layers;
import jp.careplan.exchange.internal.standard.PersonKey;
import jp.careplan.exchange.internal.standard.SentFile;
import jp.careplan.exchange.internal.standard.SentRecord;
import jp.careplan.exchange.internal.standard.SourceFile;
import jp.careplan.exchange.internal.standard.Standard;

/**
 * The files of one unit, read for a person's eyes: who is in them, and the forms of each. Takes any
 * files, whatever the check says of them.
 */
public final class UnitForms {
  private static final String SUPPLEMENT = "UPHOSOKU";
  private static final String CARE_PLAN = "care_plan_date";
  private static final String CONSULTATION = "consultation_date";
  private static final String PLAN = "plan_date";

  private final List<String> types;
  private final Map<String, String> typeNames = new LinkedHashMap<>();
  private final Map<String, SourceFile> images = new LinkedHashMap<>();
  private final Map<PersonKey, Map<String, List<SentRecord>>> people = new LinkedHashMap<>();
  private final List<Person> list;
  private final List<String> broken = new ArrayList<>();
  private String month = "";

  private UnitForms(List<? extends SourceFile> files) throws IOException {
    var standard = Standard.load();
    List<String> expected = standard.typesOfUnit(files.stream().map(SourceFile::name).toList());
    Map<String, SentFile> sent = new LinkedHashMap<>();
    for (var file : files) {
      var read = standard.read(file);
      if (read.isEmpty()) {
        broken.add(file.name());
      } else if (read.get().isImage()) {
        images.put(file.name().toLowerCase(ROOT), file);
      } else {
        sent.put(read.get().type(), read.get());
      }
    }
    List<String> order = new ArrayList<>(expected);
    sent.keySet().stream().filter(it -> !order.contains(it)).forEach(order::add);
    types = List.copyOf(order);
    for (String type : types) {
      var file = sent.get(type);
      if (file != null) {
        take(file);
      }
    }
    list = list();
  }

  /**
   * Reads the files of one unit.
   *
   * @throws UncheckedIOException if their bytes cannot be had
   */
  public static UnitForms of(List<? extends SourceFile> files) {
    try {
      return new UnitForms(files);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void take(SentFile file) {
    typeNames.put(file.type(), file.typeName());
    if (!file.isWhole()) {
      broken.add(file.name());
    }
    if (month.isEmpty()) {
      month = file.month();
    }
    for (var record : file.records()) {
      people
          .computeIfAbsent(record.person(), key -> new LinkedHashMap<>())
          .computeIfAbsent(file.type(), key -> new ArrayList<>())
          .add(record);
    }
  }

  private List<Person> list() {
    List<Person> all = new ArrayList<>();
    people.forEach((key, files) ->
        all.add(
            new Person(
                all.size() + 1,
                key,
                first(files, "name"),
                first(files, "name_kana"),
                files.entrySet().stream()
                    .map(it -> typeNames.get(it.getKey()) + " " + it.getValue().size() + "行")
                    .toList())));
    return List.copyOf(all);
  }

  private static String first(Map<String, List<SentRecord>> files, String identifier) {
    return files.values().stream()
        .flatMap(List::stream)
        .map(it -> it.text(identifier))
        .filter(it -> !it.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** In the order of the files. */
  public List<Person> people() {
    return list;
  }

  /** The same people, those without a name by the one that they have in this unit. */
  public List<Person> naming(List<Person> others) {
    Map<PersonKey, Person> known = new HashMap<>();
    list.forEach(it -> known.put(it.key(), it));
    return others.stream()
        .map(it -> it.name().isEmpty() ? it.named(known.getOrDefault(it.key(), it)) : it)
        .toList();
  }

  public Optional<Person> person(int position) {
    return position < 1 || position > list.size()
        ? Optional.empty()
        : Optional.of(list.get(position - 1));
  }

  /** Names of the files that are no file of the standard, or cannot be read to their end. */
  public List<String> broken() {
    return List.copyOf(broken);
  }

  /** The forms of one person, head first; a part of the unit that was not sent is told. */
  public List<Form> forms(Person person) {
    var files = files(person);
    List<Form> forms = new ArrayList<>();
    for (String type : types) {
      forms.addAll(forms(person, files, type));
    }
    return forms;
  }

  private Map<String, List<SentRecord>> files(Person person) {
    return people.getOrDefault(person.key(), Map.of());
  }

  private Heading heading(Person person) {
    return new Heading(
        person, files(person).getOrDefault(SUPPLEMENT, List.of()).stream().findFirst());
  }

  private List<Form> forms(Person person, Map<String, List<SentRecord>> files, String type) {
    var heading = heading(person);
    var records = files.getOrDefault(type, List.of());
    if (DeletionForms.isDeletion(type)) {
      return DeletionForms.of(heading, type, records);
    }
    return switch (type) {
      case "UPKIHON" -> basics(heading, person, files);
      case "UPKIHON_SUB1" ->
          orphans(
              files, "UPKIHON", CONSULTATION, type, it -> PreventionForms.dayAlone(heading, it));
      case "UPKIHON_SUB2" ->
          orphans(
              files,
              "UPKIHON",
              CONSULTATION,
              type,
              it -> PreventionForms.diseasesAlone(heading, it));
      case "UPYOBO" ->
          records.isEmpty()
              ? List.of(absent("", "介護予防サービス・支援計画書"))
              : records.stream()
                  .map(it -> PreventionForms.plan(heading, it, same(files, "UPYOBO_SUB", PLAN, it)))
                  .toList();
      case "UPYOBO_SUB" ->
          orphans(files, "UPYOBO", PLAN, type, it -> PreventionForms.plansAlone(heading, it));
      default -> planForms(heading, type, records);
    };
  }

  private List<Form> planForms(Heading heading, String type, List<SentRecord> records) {
    if (records.isEmpty()) {
      return List.of(absent(type));
    }
    return switch (type) {
      case "UP1KYO" -> records.stream().map(it -> PlanForms.first(heading, it)).toList();
      case "UP2KYO" -> each(records, CARE_PLAN, it -> PlanForms.second(heading, it));
      case "UP3KYO" -> each(records, CARE_PLAN, it -> PlanForms.third(heading, it));
      case "UPPLAN" -> List.of(SlipForms.slip(heading, Layers.PLAN, records, List.of(), month));
      case "UPJSK" -> List.of(SlipForms.slip(heading, Layers.RESULT, List.of(), records, month));
      case "UPSIKYU" -> List.of(SlipForms.annex(heading, records));
      case SUPPLEMENT -> records.stream().map(it -> SupplementForm.of(heading, it)).toList();
      default ->
          records.stream()
              .map(it -> PreventionForms.plain(heading, typeNames.getOrDefault(type, type), it))
              .toList();
    };
  }

  private static List<Form> each(
      List<SentRecord> records,
      String identifier,
      java.util.function.Function<List<SentRecord>, Form> form) {
    return Keyed.by(records, identifier).values().stream().map(form).toList();
  }

  private List<Form> basics(Heading heading, Person person, Map<String, List<SentRecord>> files) {
    var records = files.getOrDefault("UPKIHON", List.of());
    if (records.isEmpty()) {
      return List.of(absent("", "利用者基本情報"));
    }
    List<String> pictures = pictureNames(person);
    return records.stream()
        .map(it ->
            PreventionForms.basic(
                heading,
                it,
                same(files, "UPKIHON_SUB1", CONSULTATION, it),
                same(files, "UPKIHON_SUB2", CONSULTATION, it),
                pictures.indexOf(pictureName(it)) + 1))
        .toList();
  }

  private static List<SentRecord> same(
      Map<String, List<SentRecord>> files, String type, String identifier, SentRecord parent) {
    return files.getOrDefault(type, List.of()).stream()
        .filter(it -> it.text(identifier).equals(parent.text(identifier)))
        .toList();
  }

  /** Records of a sub-table whose parent is not there: shown all the same. */
  private static List<Form> orphans(
      Map<String, List<SentRecord>> files,
      String parents,
      String identifier,
      String type,
      java.util.function.Function<List<SentRecord>, Form> form) {
    var known =
        files.getOrDefault(parents, List.of()).stream().map(it -> it.text(identifier)).toList();
    var orphans =
        files.getOrDefault(type, List.of()).stream()
            .filter(it -> !known.contains(it.text(identifier)))
            .toList();
    return each(orphans, identifier, form);
  }

  private static Form absent(String type) {
    return switch (type) {
      case "UP1KYO" -> absent("第1表", "居宅サービス計画書（１）");
      case "UP2KYO" -> absent("第2表", "居宅サービス計画書（２）");
      case "UP3KYO" -> absent("第3表", "週間サービス計画表");
      case "UPPLAN" -> absent("第6表", "サービス利用票（予定）");
      case "UPJSK" -> absent("第6表", "サービス利用票（実績）");
      case "UPSIKYU" -> absent("第7表", "サービス利用票別表");
      case SUPPLEMENT -> absent("", "利用者補足情報");
      default -> absent("", Standard.load().typeName(type));
    };
  }

  private static Form absent(String number, String title) {
    return new Form(number, title, List.of(new Block.Remark("この利用者の分は、この送信に入っていません。")));
  }

  /**
   * A picture that was sent for a person.
   *
   * @param position among the person's pictures, from 1
   */
  public Optional<SourceFile> picture(Person person, int position) {
    var names = pictureNames(person);
    return position < 1 || position > names.size()
        ? Optional.empty()
        : Optional.ofNullable(images.get(names.get(position - 1)));
  }

  /** Those that a record of the person names and that were sent along. */
  private List<String> pictureNames(Person person) {
    return files(person).getOrDefault("UPKIHON", List.of()).stream()
        .map(UnitForms::pictureName)
        .filter(images::containsKey)
        .distinct()
        .toList();
  }

  private static String pictureName(SentRecord record) {
    return record.text("family_image_file").toLowerCase(ROOT);
  }

  /**
   * 第6表 of a person's result over the plan of another unit, differences marked.
   *
   * @return empty where either has none of that person, or they do not belong together
   */
  public Optional<Form> compared(Person person, UnitForms plans) {
    var result = files(person).getOrDefault("UPJSK", List.of());
    var plan = plans.files(person).getOrDefault("UPPLAN", List.of());
    if (plan.isEmpty() || result.isEmpty() || !month.equals(plans.month)) {
      return Optional.empty();
    }
    return Optional.of(
        SlipForms.slip(
            plans.headingOf(person),
            Layers.PLAN_AND_RESULT,
            plan.stream().filter(it -> served().contains(servedBy(it))).toList(),
            result,
            month));
  }

  /** What is not as it was in an earlier version: the calendar of both, then all other fields. */
  public List<Form> since(Person person, UnitForms before) {
    var now = files(person);
    var then = before.files(person);
    List<Form> forms = new ArrayList<>();
    for (String type : List.of("UPPLAN", "UPJSK")) {
      var rows = now.getOrDefault(type, List.of());
      var earlier = then.getOrDefault(type, List.of());
      if (!rows.isEmpty() && !earlier.isEmpty()) {
        forms.add(SlipForms.slip(heading(person), Layers.VERSIONS, earlier, rows, month));
      }
    }
    FieldChanges.of(heading(person), then, now).ifPresent(forms::add);
    return List.copyOf(forms);
  }

  private Heading headingOf(Person person) {
    return list.stream()
        .filter(it -> it.key().equals(person.key()))
        .findFirst()
        .map(this::heading)
        .orElse(heading(person));
  }

  /** The offices and kinds of service that results are of: a plan holds those of all offices. */
  private Set<List<String>> served() {
    return people.values().stream()
        .flatMap(it -> it.getOrDefault("UPJSK", List.of()).stream())
        .map(UnitForms::servedBy)
        .collect(Collectors.toSet());
  }

  private static List<String> servedBy(SentRecord record) {
    String code = record.text("service_code");
    return List.of(record.text("service_office_no"), code.substring(0, Math.min(2, code.length())));
  }
}
