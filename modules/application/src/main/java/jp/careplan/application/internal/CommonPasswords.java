package jp.careplan.application.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Passwords that everybody guesses first: those of the list, with digits and signs around them, and
 * repeated ({@code Kaigo-2026!}, {@code sakurasakura}).
 */
@ApplicationScoped
public class CommonPasswords {
  private static final String LIST = "common-passwords.txt";
  private static final Pattern AROUND = Pattern.compile("^[^\\p{L}]+|[^\\p{L}]+$");
  private static final Pattern REPEATED = Pattern.compile("(.+?)\\1+");

  /** Repeated, so few characters are no secret whatever they are. */
  private static final int LONGEST_TRIFLE = 4;

  private final Set<String> list;

  public CommonPasswords() {
    try (InputStream in = Objects.requireNonNull(CommonPasswords.class.getResourceAsStream(LIST));
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      list = lines.lines().collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public boolean contains(String password) {
    String folded = folded(password);
    String unit = unit(folded);
    String word = unit(AROUND.matcher(folded).replaceAll(""));
    return list.contains(folded)
        || list.contains(unit)
        || list.contains(word)
        || (!unit.equals(folded) && unit.length() <= LONGEST_TRIFLE);
  }

  /** Small and half-width. */
  public static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  /** What a text repeats; itself when it repeats nothing. */
  private static String unit(String text) {
    var repeated = REPEATED.matcher(text);
    return repeated.matches() ? repeated.group(1) : text;
  }
}
