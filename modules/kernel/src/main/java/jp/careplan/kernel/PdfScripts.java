package jp.careplan.kernel;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;

/**
 * Scripts and programs that a PDF would start. An action names its kind ({@code /S /JavaScript}),
 * whatever opens it. Names are looked for in the whole file, so that nothing hides between objects,
 * and in the packed streams that hold objects; what cannot be unpacked is taken for one that runs.
 */
public final class PdfScripts {
  /** Long enough that pictures and other packed bytes do not spell them by chance. */
  private static final Set<String> ANYWHERE = Set.of("JavaScript", "Launch", "Rendition");

  /** Told between streams alone; of what is encrypted nobody can look inside. */
  private static final Set<String> BETWEEN_STREAMS = Set.of("JS", "Encrypt");

  /** A name up to what ends one; {@code #4A} in it stands for J. */
  private static final Pattern NAME = Pattern.compile("/([^\\x00-\\x20()<>\\[\\]{}/%]{2,127})");

  private static final Pattern STREAM = Pattern.compile(">>\\s*stream(?:\\r\\n|\\n|\\r)");
  private static final String STREAM_END = "endstream";
  private static final Pattern ESCAPE = Pattern.compile("#([0-9A-Fa-f]{2})");
  private static final Pattern OBJECTS = Pattern.compile("/ObjStm\\b|/First\\b");
  private static final Pattern PACKED = Pattern.compile("/Filter\\s*\\[?\\s*/(FlateDecode|Fl)\\b");
  private static final Pattern OTHERWISE =
      Pattern.compile(
          "/DecodeParms\\b|/(LZWDecode|ASCII85Decode|ASCIIHexDecode|RunLengthDecode|Crypt)\\b");

  /** Unpacked, of all such streams together. */
  private static final int MOST_BYTES = 32 * 1024 * 1024;

  private final String text;
  private int left = MOST_BYTES;

  private PdfScripts(byte[] content) {
    this.text = new String(content, ISO_8859_1);
  }

  public static boolean in(byte[] content) {
    try {
      return new PdfScripts(content).runs();
    } catch (IOException e) {
      return true;
    }
  }

  private boolean runs() throws IOException {
    if (names(text, ANYWHERE)) {
      return true;
    }
    Matcher stream = STREAM.matcher(text);
    int from = 0;
    while (stream.find(from)) {
      String between = text.substring(from, stream.start() + 2);
      int end = text.indexOf(STREAM_END, stream.end());
      int until = end < 0 ? text.length() : end;
      if (names(between, BETWEEN_STREAMS) || runs(dictionary(between), stream.end(), until)) {
        return true;
      }
      from = end < 0 ? text.length() : end + STREAM_END.length();
    }
    return names(text.substring(from), BETWEEN_STREAMS);
  }

  /** What stands before the stream, from where its object begins. */
  private static String dictionary(String between) {
    return plain(between.substring(Math.max(0, between.lastIndexOf(" obj"))));
  }

  private boolean runs(String dictionary, int start, int end) throws IOException {
    if (!OBJECTS.matcher(dictionary).find()) {
      return false;
    }
    if (OTHERWISE.matcher(dictionary).find()) {
      throw new IOException("packed as no program packs objects");
    }
    byte[] held = text.substring(start, end).getBytes(ISO_8859_1);
    byte[] objects = PACKED.matcher(dictionary).find() ? unpacked(held) : held;
    String inside = new String(objects, ISO_8859_1);
    return names(inside, ANYWHERE) || names(inside, BETWEEN_STREAMS);
  }

  private byte[] unpacked(byte[] packed) throws IOException {
    try (var in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
      byte[] objects = in.readNBytes(left);
      left -= objects.length;
      if (left == 0) {
        throw new IOException("unpacks to too much");
      }
      return objects;
    }
  }

  private static boolean names(String text, Set<String> wanted) {
    Matcher name = NAME.matcher(text);
    while (name.find()) {
      if (wanted.contains(plain(name.group(1)))) {
        return true;
      }
    }
    return false;
  }

  private static String plain(String name) {
    return name.indexOf('#') < 0
        ? name
        : ESCAPE
            .matcher(name)
            .replaceAll(code ->
                Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(code.group(1), 16))));
  }
}
