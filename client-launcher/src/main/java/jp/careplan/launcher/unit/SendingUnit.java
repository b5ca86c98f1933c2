package jp.careplan.launcher.unit;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * 送信単位: files of one folder with the same addresses and the same ファイル連番.
 *
 * @param files sorted by name
 */
public record SendingUnit(
    Path folder, FileName.Addresses addresses, String sequence, List<Path> files) {
  /** Heads of units, the more telling first: a support plan may come with the basic information. */
  private static final SequencedMap<String, String> LABELS = labels();

  /** A message without files of the standard. */
  public static SendingUnit message(String sender, String recipient) {
    return new SendingUnit(
        Path.of(""), new FileName.Addresses(sender, "", recipient, ""), "", List.of());
  }

  public boolean isMessageAlone() {
    return files.isEmpty();
  }

  /** The kind in words, from the file that heads the unit. */
  public String label() {
    if (isMessageAlone()) {
      return "メッセージ";
    }
    List<String> kinds = names().stream().map(FileName::kind).toList();
    return LABELS.entrySet().stream()
        .filter(label -> kinds.contains(label.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(kinds.get(0));
  }

  /** サービス提供年月, six digits, where a name carries one. */
  public Optional<String> month() {
    return names().stream()
        .flatMap(name -> Optional.ofNullable(name.month()).stream())
        .filter(month -> !month.equals("000000"))
        .findFirst();
  }

  public List<String> fileNames() {
    return files.stream().map(SendingUnit::nameOf).toList();
  }

  private List<FileName> names() {
    return files.stream()
        .map(SendingUnit::nameOf)
        .map(FileName::parse)
        .flatMap(Optional::stream)
        .toList();
  }

  private static SequencedMap<String, String> labels() {
    var labels = new LinkedHashMap<String, String>();
    labels.put("UP1KYO", "第1・2・3表");
    labels.put("UPPLAN", "第6・7表");
    labels.put("UPJSK", "実績");
    labels.put("UPYOBO", "予防の支援計画書");
    labels.put("UPKIHON", "予防の基本情報");
    labels.put("DLT1KYO", "第1・2・3表の削除");
    labels.put("DLTPLAN", "第6・7表の削除");
    labels.put("DLTJSK", "実績の削除");
    labels.put("DLTYOBO", "予防の支援計画書の削除");
    labels.put("DLTKIHON", "予防の基本情報の削除");
    return labels;
  }

  static String nameOf(Path file) {
    return String.valueOf(file.getFileName());
  }
}
