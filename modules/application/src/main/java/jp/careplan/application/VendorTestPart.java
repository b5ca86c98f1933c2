package jp.careplan.application;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One part of the vendor test (ベンダ試験): a kind of files, written or read by the care software. */
public record VendorTestPart(Kind kind, Way way) implements Comparable<VendorTestPart> {
  /** What is written or read. */
  public enum Kind {
    D1("居宅サービス計画書（第1〜3表）"),
    D2("サービス利用票・別表（第6・7表）の予定"),
    D3("サービス利用票の実績"),
    D4("介護予防 利用者基本情報"),
    D5("介護予防 サービス・支援計画書"),
    D6("介護予防 サービス利用票・別表の予定"),
    D7("介護予防 サービス利用票の実績");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /** Which way the files go, seen from the care software. */
  public enum Way {
    OUT("書き出す"),
    IN("取り込む");

    private final String words;

    Way(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /** All, in their order. */
  public static List<VendorTestPart> all() {
    return Arrays.stream(Kind.values())
        .flatMap(kind -> Arrays.stream(Way.values()).map(way -> new VendorTestPart(kind, way)))
        .toList();
  }

  /** {@code D1-OUT}. */
  public String code() {
    return kind + "-" + way;
  }

  public String words() {
    return kind + " " + kind.words() + "を" + way.words();
  }

  public static Optional<VendorTestPart> of(String code) {
    return all().stream().filter(part -> part.code().equals(code)).findFirst();
  }

  /** Those of a text that parts them by blanks; what is none is passed over. */
  public static Set<VendorTestPart> parse(String codes) {
    return Stream.of(codes.split(" "))
        .flatMap(code -> of(code).stream())
        .sorted()
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  public static String written(Set<VendorTestPart> parts) {
    return parts.stream().sorted().map(VendorTestPart::code).collect(Collectors.joining(" "));
  }

  @Override
  public int compareTo(VendorTestPart other) {
    int byKind = kind.compareTo(other.kind);
    return byKind == 0 ? way.compareTo(other.way) : byKind;
  }
}
