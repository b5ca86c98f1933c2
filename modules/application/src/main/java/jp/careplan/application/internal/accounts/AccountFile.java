package jp.careplan.application.internal.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The file of accounts, read as a stream as often as it takes: once for its hash and its encoding,
 * once for each look at its lines. UTF-8 where every byte of it is UTF-8, else MS932.
 */
public final class AccountFile {
  private static final long MOST_BYTES = 64L * 1024 * 1024;
  private static final int MOST_ROWS = 200_000;
  private static final Charset MS932 = Charset.forName("windows-31j");
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

  /** Opens the file anew. */
  public interface Source {
    InputStream open() throws IOException;
  }

  /** Hears what is wrong, in the order of the file. */
  public interface Findings {
    void add(long line, Optional<AccountColumn> column, ImportRule rule);
  }

  private final Source source;
  private final String sha256;
  private final Charset charset;
  private final long size;

  private AccountFile(Source source, String sha256, Charset charset, long size) {
    this.source = source;
    this.sha256 = sha256;
    this.charset = charset;
    this.size = size;
  }

  /** Reads it once, to the end. */
  public static AccountFile of(Source source) {
    MessageDigest digest = sha256Digest();
    try (var counted = new CountedStream(source.open());
        var in = new DigestInputStream(counted, digest)) {
      Charset charset = isUtf8(in) ? UTF_8 : MS932;
      in.transferTo(OutputStream.nullOutputStream());
      return new AccountFile(
          source, HexFormat.of().formatHex(digest.digest()), charset, counted.count());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isUtf8(InputStream in) throws IOException {
    var reader = new InputStreamReader(in, UTF_8.newDecoder()); // which reports what it cannot read
    char[] buffer = new char[8192];
    try {
      while (reader.read(buffer) >= 0) {
        // to the end
      }
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** Of the bytes, 64 hexadecimal digits. */
  public String sha256() {
    return sha256;
  }

  /** Looks at every line; a line in which nothing is wrong goes to {@code rows}. */
  public void read(RowCheck check, Consumer<AccountRow> rows, Findings findings) {
    if (size > MOST_BYTES) {
      findings.add(0, Optional.empty(), ImportRule.TOO_LONG_FILE);
      return;
    }
    try (Reader reader = reader();
        CSVParser parser = FORMAT.parse(reader)) {
      new Lines(parser, check, rows, findings).all();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What cannot be read becomes U+FFFD, which is told with its line and column. */
  private Reader reader() throws IOException {
    var decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    var reader = new BufferedReader(new InputStreamReader(source.open(), decoder));
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    return reader;
  }

  private static MessageDigest sha256Digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has it
    }
  }

  /** The lines of one look at the file. */
  private static final class Lines {
    private final CSVParser parser;
    private final RowCheck check;
    private final Consumer<AccountRow> rows;
    private final Findings findings;
    private int count;

    Lines(CSVParser parser, RowCheck check, Consumer<AccountRow> rows, Findings findings) {
      this.parser = parser;
      this.check = check;
      this.rows = rows;
      this.findings = findings;
    }

    void all() {
      Iterator<CSVRecord> records = parser.iterator();
      long line = 1;
      try {
        while (count <= MOST_ROWS && records.hasNext()) {
          take(line, records.next());
          line = parser.getCurrentLineNumber() + 1;
        }
      } catch (UncheckedIOException | IllegalStateException e) {
        if (e.getCause() instanceof IOException cause && !(cause instanceof CSVException)) {
          throw e;
        }
        findings.add(line, Optional.empty(), ImportRule.BROKEN);
        return;
      }
      if (count > MOST_ROWS) {
        findings.add(0, Optional.empty(), ImportRule.TOO_LONG_FILE);
      } else if (count == 0) {
        findings.add(0, Optional.empty(), ImportRule.NO_ROWS);
      }
    }

    private void take(long line, CSVRecord record) {
      List<String> values = record.stream().toList();
      if (line == 1) {
        if (!values.stream().map(String::strip).toList().equals(AccountColumn.headings())) {
          findings.add(1, Optional.empty(), ImportRule.HEADINGS);
        }
        return;
      }
      if (values.size() == 1 && values.get(0).isBlank()) {
        return; // an empty line, mostly the last
      }
      count++;
      if (values.size() != AccountColumn.values().length) {
        findings.add(line, Optional.empty(), ImportRule.COLUMNS);
        return;
      }
      check
          .row(line, values, (column, rule) -> findings.add(line, Optional.of(column), rule))
          .ifPresent(rows);
    }
  }

  /** Counts what is read. */
  private static final class CountedStream extends java.io.FilterInputStream {
    private long count;

    CountedStream(InputStream in) {
      super(in);
    }

    long count() {
      return count;
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      count += value < 0 ? 0 : 1;
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count += Math.max(read, 0);
      return read;
    }
  }
}
