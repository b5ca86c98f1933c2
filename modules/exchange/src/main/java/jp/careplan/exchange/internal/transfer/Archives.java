package jp.careplan.exchange.internal.transfer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static jp.careplan.exchange.ExchangeProblem.FILE_TOO_LARGE;
import static jp.careplan.exchange.ExchangeProblem.TOO_MANY_FILES;
import static jp.careplan.exchange.ExchangeProblem.UNIT_TOO_LARGE;
import static jp.careplan.exchange.VendorProblem.BAD_ARCHIVE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import jp.careplan.exchange.OfferedFile;
import jp.careplan.kernel.DomainException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Takes ZIP archives apart in memory. What comes out counts against the limits of an upload. */
@ApplicationScoped
public class Archives {
  private static final byte[] BEGINNING = {'P', 'K', 3, 4};

  /** How names may be written where the archive does not say; the last reads anything. */
  private static final List<Charset> NAMES =
      List.of(UTF_8, Charset.forName("windows-31j"), ISO_8859_1);

  /** What macOS lays beside everything. */
  private static final String DROPPINGS = "__MACOSX/";

  private static final int MEGABYTE = 1024 * 1024;

  @Inject
  @ConfigProperty(name = "careplan.limits.file-bytes", defaultValue = "10485760")
  private int fileBytes;

  @Inject
  @ConfigProperty(name = "careplan.limits.request-bytes", defaultValue = "31457280")
  private long allBytes;

  @Inject
  @ConfigProperty(name = "careplan.limits.files", defaultValue = "500")
  private int files;

  /** A file and the folder it lies in; empty text: none. */
  public record Item(String folder, OfferedFile file) {
    @Override
    public String toString() {
      return "Item[" + file + "]";
    }
  }

  /** All files, those of archives among them. */
  public List<Item> unpack(List<OfferedFile> given) {
    List<Item> items = new ArrayList<>();
    for (OfferedFile file : given) {
      if (isArchive(file.content())) {
        items.addAll(unpack(file, items));
      } else {
        items.add(new Item("", file));
      }
      requireRoom(items);
    }
    return items;
  }

  private static boolean isArchive(byte[] content) {
    if (content.length < BEGINNING.length) {
      return false;
    }
    for (int i = 0; i < BEGINNING.length; i++) {
      if (content[i] != BEGINNING[i]) {
        return false;
      }
    }
    return true;
  }

  private List<Item> unpack(OfferedFile archive, List<Item> before) {
    for (Charset names : NAMES) {
      try {
        return unpack(archive, names, before);
      } catch (IllegalArgumentException e) {
        // another way of writing names
      } catch (IOException e) {
        if (names.equals(ISO_8859_1)) {
          break;
        }
      }
    }
    throw new DomainException(BAD_ARCHIVE, "");
  }

  private List<Item> unpack(OfferedFile archive, Charset names, List<Item> before)
      throws IOException {
    List<Item> items = new ArrayList<>();
    long room = allBytes - bytes(before);
    try (var zip = new ZipInputStream(new ByteArrayInputStream(archive.content()), names)) {
      ZipEntry first = zip.getNextEntry();
      if (first == null) {
        throw new ZipException("no entry");
      }
      for (ZipEntry entry = first; entry != null; entry = zip.getNextEntry()) {
        if (entry.isDirectory() || entry.getName().startsWith(DROPPINGS)) {
          continue;
        }
        if (before.size() + items.size() == files) {
          throw tooMany();
        }
        byte[] content = zip.readNBytes(fileBytes + 1);
        room -= content.length;
        if (content.length > fileBytes) {
          throw new DomainException(FILE_TOO_LARGE, "上限は1つ" + fileBytes / MEGABYTE + "MBです。");
        }
        if (room < 0) {
          throw tooLarge();
        }
        items.add(item(archive.name(), entry.getName(), content));
      }
    }
    return items;
  }

  private static Item item(String archive, String path, byte[] content) {
    String written = path.replace('\\', '/');
    int slash = written.lastIndexOf('/');
    String folder = archive + (slash > 0 ? "/" + written.substring(0, slash) : "");
    return new Item(folder, new OfferedFile(written.substring(slash + 1), content));
  }

  private void requireRoom(List<Item> items) {
    if (items.size() > files) {
      throw tooMany();
    }
    if (bytes(items) > allBytes) {
      throw tooLarge();
    }
  }

  private static long bytes(List<Item> items) {
    return items.stream().mapToLong(item -> item.file().content().length).sum();
  }

  private DomainException tooMany() {
    return new DomainException(TOO_MANY_FILES, "上限は" + files + "個です。");
  }

  private DomainException tooLarge() {
    return new DomainException(
        UNIT_TOO_LARGE, "上限は、ZIPから出した大きさで合わせて" + allBytes / MEGABYTE + "MBです。");
  }
}
