package jp.careplan.launcher.errand;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import jp.careplan.launcher.profile.AtomicFile;
import jp.careplan.launcher.text.Json;
import jp.careplan.launcher.trouble.LauncherProblem;
import jp.careplan.launcher.trouble.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * Which ID a unit goes under, on the disk before the first byte leaves. After a cut, a crash or a
 * second start the same files meet the same ID, and so the same receipt.
 */
public final class Journal {
  /** {@code PENDING} until a receipt is in hand. */
  public enum State {
    PENDING,
    DONE
  }

  /**
   * @param contentHash of the manifest, so that it does not matter where the files lie
   * @param resend whether this ID was made because the same files are meant to go once more
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Entry(
      String contentHash,
      String id,
      State state,
      boolean resend,
      String createdAt,
      @Nullable String receiptNumber,
      @Nullable String sentAt) {

    boolean isDone() {
      return state == State.DONE;
    }
  }

  private final Path folder;
  private final Clock clock;

  public Journal(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /** The entry of a unit; a new ID where there is none, or where a finished one is to go again. */
  Entry reserve(String contentHash, boolean again) {
    return alone(() ->
        find(contentHash)
            .filter(entry -> !(again && entry.isDone()))
            .orElseGet(() -> begin(contentHash, again)));
  }

  void finish(Entry entry, String id, String receiptNumber, @Nullable String sentAt) {
    write(
        new Entry(
            entry.contentHash(),
            id,
            State.DONE,
            entry.resend(),
            entry.createdAt(),
            receiptNumber,
            sentAt));
  }

  /** A refused unit used nothing up, and its files will change. */
  void forget(Entry entry) {
    try {
      Files.deleteIfExists(file(entry.contentHash()));
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private Entry begin(String contentHash, boolean again) {
    String id = UuidCreator.getTimeOrderedEpoch().toString();
    var entry =
        new Entry(contentHash, id, State.PENDING, again, clock.instant().toString(), null, null);
    write(entry);
    return entry;
  }

  private Optional<Entry> find(String contentHash) {
    Path file = file(contentHash);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.read(Files.readAllBytes(file), Entry.class));
    } catch (IOException e) {
      throw new Trouble(LauncherProblem.FILE_UNREADABLE, "送信の控え: " + file, e);
    }
  }

  private void write(Entry entry) {
    AtomicFile.write(file(entry.contentHash()), Json.pretty(entry));
  }

  private Path file(String contentHash) {
    return folder.resolve(contentHash + ".json");
  }

  /** Two launchers at once must not make two IDs for one unit. */
  private <T> T alone(Supplier<T> work) {
    try {
      AtomicFile.createFolder(folder);
      try (var channel = FileChannel.open(folder.resolve(".lock"), CREATE, WRITE)) {
        channel.lock(); // given back when the channel closes, also by a crash
        return work.get();
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private Trouble unwritable(IOException cause) {
    return new Trouble(LauncherProblem.DISK, "フォルダ: " + folder, cause);
  }
}
