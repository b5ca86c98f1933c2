package jp.careplan.support.internal.inquiry;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks what may tell a person in words that somebody typed and that are kept to be read by others:
 * mail addresses, long numbers, and names before さん and 様.
 */
public final class PersonalData {
  private static final String MASK = "〇〇";
  private static final Pattern MAIL =
      Pattern.compile("[\\p{L}\\p{N}.!#$%&'*+/=?^_`{|}~-]+[@＠][\\p{L}\\p{N}.-]+");

  /** Five digits and more, however they are parted; a KJ ID as a whole. */
  private static final Pattern NUMBER =
      Pattern.compile("(?:[KkＫｋ][JjＪｊ])?[0-9０-９](?:[-‐‑–—―−ー()（）\\s.]{0,2}[0-9０-９]){4,}");

  private static final Pattern NAME =
      Pattern.compile(
          "([\\p{IsHan}々ヶ]{1,4}[ 　]?[\\p{IsHan}々ヶ]{0,3}|[ァ-ヺー]{2,8}[ 　]?[ァ-ヺー]{0,8}"
              + "|[ぁ-ゖ]{2,6})(さん|様|さま|氏|ちゃん|くん)");

  /** Words before さん and 様 that name a role and nobody. */
  private static final Set<String> ROLES =
      Set.of(
          "利用者", "御利用者", "患者", "家族", "職員", "担当", "担当者", "業者", "事業所", "事業者", "相手", "皆", "客", "奥",
          "娘", "息子", "旦那", "主人", "先生", "看護師", "介護士", "相談員", "支援員", "会社", "代行会社", "国保連", "包括", "居宅",
          "ケアマネ", "ケアマネジャー", "ヘルパー", "デイ", "デイサービス", "サービス", "メーカー", "ベンダー", "オペレーター", "サポート",
          "ソフト", "介護ソフト", "管理者", "お客", "みな", "みなさま", "かいしゃ", "ごりようしゃ", "りようしゃ", "たんとうしゃ", "お世話",
          "同", "多", "仕", "有", "模", "一");

  private PersonalData() {}

  public static String masked(String text) {
    String masked = MAIL.matcher(text).replaceAll(MASK);
    masked = NUMBER.matcher(masked).replaceAll(MASK);
    return NAME.matcher(masked).replaceAll(PersonalData::name);
  }

  private static String name(MatchResult found) {
    String name = found.group(1).replaceAll("[ 　]", "");
    boolean role = ROLES.stream().anyMatch(name::endsWith);
    return Matcher.quoteReplacement(role ? found.group() : MASK + found.group(2));
  }

  /** Whether something was masked. */
  public static boolean isIn(String text) {
    return !masked(text).equals(text);
  }
}
