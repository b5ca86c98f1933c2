package jp.careplan.launcher.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One transmission as the lists show it; {@code files} and {@code events} only in the detail. */
public record Summary(
    String id,
    @Nullable Long inboxNumber,
    String state,
    OfficeName sender,
    OfficeName recipient,
    @Nullable String unit,
    @Nullable String kind,
    @Nullable String serviceMonth,
    String sequence,
    @Nullable Integer people,
    int fileCount,
    long bytes,
    @Nullable String sentAt,
    @Nullable String receivedAt,
    @Nullable String downloadedAt,
    @Nullable String withdrawnAt,
    @Nullable String reason,
    List<FileEntry> files) {

  public Summary {
    files = files == null ? List.of() : files;
  }

  public record FileEntry(String name, @Nullable String type, long bytes, String sha256) {}

  public boolean isWithdrawn() {
    return state.equals("WITHDRAWN");
  }
}
