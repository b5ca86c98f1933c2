package jp.careplan.application.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Makes {@code common-passwords.txt}: walks over the keyboard, words of the field, places, the
 * everyday, and two of them together. Run it in the module's folder to write the file anew.
 */
final class CommonPasswordRules {
  static final Path LIST =
      Path.of("src/main/resources/jp/careplan/application/internal/common-passwords.txt");

  private static final int SHORTEST = 8;
  private static final int LONGEST_WALK = 16;

  private static final List<String> WALKS =
      List.of(
          "1234567890",
          "0123456789",
          "1234567890123456",
          "abcdefghijklmnopqrstuvwxyz",
          "abcdefghij1234567890",
          "abcd1234",
          "abc12345",
          "a1b2c3d4e5f6g7h8",
          "qwertyuiop",
          "asdfghjkl",
          "zxcvbnm",
          "qwertyuiopasdfghjklzxcvbnm",
          "qwertyasdfgh",
          "asdfghjklqwertyuiop",
          "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik",
          "zaq12wsxcde34rfvbgt56yhn",
          "!qaz2wsx#edc4rfv",
          "qazwsxedcrfvtgbyhnujmikolp",
          "1q2w3e4r5t6y7u8i9o0p",
          "q1w2e3r4t5y6u7i8o9p0",
          "aqswdefrgthyjukilo",
          "123qweasdzxc",
          "qweasdzxc123",
          "あいうえおかきくけこさしすせそ",
          "アイウエオカキクケコサシスセソ");

  private static final List<String> FIELD =
      List.of(
          "careplan",
          "caremanager",
          "caremane",
          "kaigo",
          "kaigohoken",
          "kyotaku",
          "homon",
          "houmon",
          "helper",
          "homehelper",
          "dayservice",
          "tsusho",
          "fukushi",
          "yougu",
          "roujin",
          "rojin",
          "kango",
          "nurse",
          "station",
          "center",
          "jigyosho",
          "jimusho",
          "jimu",
          "uketsuke",
          "seikyu",
          "seikyuu",
          "kokuho",
          "kokuhoren",
          "denshi",
          "renkei",
          "client",
          "riyosha",
          "riyousha",
          "tantou",
          "tantousha",
          "shokuin",
          "kanri",
          "kanrisha",
          "kaisha",
          "hojin",
          "iryo",
          "shien",
          "yobou",
          "houkatsu",
          "hokatsu",
          "jisseki",
          "yotei",
          "keikaku",
          "teikyo",
          "hyou",
          "data");

  private static final List<String> EVERYDAY =
      List.of(
          "password",
          "passwd",
          "pass",
          "admin",
          "administrator",
          "root",
          "user",
          "guest",
          "test",
          "tester",
          "sample",
          "demo",
          "welcome",
          "hello",
          "letmein",
          "login",
          "secret",
          "master",
          "changeme",
          "default",
          "system",
          "server",
          "windows",
          "office",
          "microsoft",
          "internet",
          "computer",
          "love",
          "iloveyou",
          "sunshine",
          "princess",
          "dragon",
          "monkey",
          "football",
          "baseball",
          "soccer",
          "tennis",
          "summer",
          "winter",
          "spring",
          "autumn",
          "monday",
          "friday",
          "sunday",
          "january",
          "april",
          "happy",
          "lucky",
          "smile",
          "flower",
          "angel",
          "family",
          "japan",
          "nippon",
          "nihon",
          "sakura",
          "himawari",
          "tanpopo",
          "momiji",
          "fuji",
          "fujisan",
          "arigatou",
          "arigato",
          "konnichiwa",
          "ohayou",
          "sayonara",
          "ganbare",
          "ganbaru",
          "genki",
          "egao",
          "kokoro",
          "tomodachi",
          "kazoku",
          "shiawase",
          "yume",
          "kibou",
          "heiwa",
          "sora",
          "umi",
          "yama",
          "hana",
          "hoshi",
          "tsuki",
          "neko",
          "inu",
          "usagi",
          "panda",
          "natsu",
          "fuyu",
          "haru",
          "aki",
          "asahi",
          "hikari",
          "midori",
          "aoba",
          "harukaze",
          "nozomi",
          "takara",
          "satou",
          "suzuki",
          "takahashi",
          "tanaka",
          "watanabe",
          "yamada",
          "yamamoto",
          "nakamura",
          "pasuwaado",
          "himitsu",
          "anshou",
          "パスワード",
          "ひみつ",
          "ありがとう",
          "こんにちは",
          "さくら",
          "ひまわり",
          "かいご",
          "けあぷらん",
          "ケアプラン",
          "介護保険",
          "介護支援",
          "訪問介護",
          "居宅介護支援",
          "事業所",
          "令和",
          "平成",
          "昭和",
          "reiwa",
          "heisei",
          "showa");

  private static final List<String> PLACES =
      List.of(
          "hokkaido",
          "aomori",
          "iwate",
          "miyagi",
          "akita",
          "yamagata",
          "fukushima",
          "ibaraki",
          "tochigi",
          "gunma",
          "saitama",
          "chiba",
          "tokyo",
          "kanagawa",
          "niigata",
          "toyama",
          "ishikawa",
          "fukui",
          "yamanashi",
          "nagano",
          "gifu",
          "shizuoka",
          "aichi",
          "mie",
          "shiga",
          "kyoto",
          "osaka",
          "hyogo",
          "nara",
          "wakayama",
          "tottori",
          "shimane",
          "okayama",
          "hiroshima",
          "yamaguchi",
          "tokushima",
          "kagawa",
          "ehime",
          "kochi",
          "fukuoka",
          "saga",
          "nagasaki",
          "kumamoto",
          "oita",
          "miyazaki",
          "kagoshima",
          "okinawa");

  private CommonPasswordRules() {}

  public static void main(String[] args) throws IOException {
    Files.write(LIST, made());
  }

  static List<String> made() {
    Set<String> all = new TreeSet<>();
    WALKS.forEach(walk -> all.addAll(steps(walk)));
    WALKS.forEach(walk -> all.addAll(steps(new StringBuilder(walk).reverse().toString())));
    List<String> words =
        Stream.of(FIELD, EVERYDAY, PLACES).flatMap(List::stream).distinct().toList();
    all.addAll(words);
    for (String place : PLACES) {
      FIELD.forEach(word -> all.add(place + word));
    }
    for (String first : FIELD) {
      FIELD.forEach(second -> all.add(first + second));
    }
    for (String word : words) {
      Stream.of("my", "new", "the").forEach(before -> all.add(before + word));
      Stream.of("pass", "password", "desu", "chan", "san").forEach(after -> all.add(word + after));
    }
    return all.stream().toList();
  }

  private static Set<String> steps(String walk) {
    Set<String> steps = new TreeSet<>();
    for (int from = 0; from < walk.length(); from++) {
      int most = Math.min(walk.length(), from + LONGEST_WALK);
      for (int to = from + SHORTEST; to <= most; to++) {
        steps.add(walk.substring(from, to));
      }
    }
    return steps;
  }
}
