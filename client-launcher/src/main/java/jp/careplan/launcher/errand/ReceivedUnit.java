package jp.careplan.launcher.errand;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import jp.careplan.launcher.trouble.Exit;
import jp.careplan.launcher.trouble.Problem;
import jp.careplan.launcher.trouble.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * What became of one transmission that was to be received; the shape of {@code receive --json}.
 *
 * @param folder where the files lie now; null where that failed
 */
public record ReceivedUnit(
    String id,
    @Nullable String sender,
    @Nullable String senderName,
    @Nullable String kind,
    @Nullable String serviceMonth,
    @Nullable String sequence,
    @Nullable String folder,
    List<String> files,
    @Nullable Problem problem,
    @JsonIgnore @Nullable Trouble trouble) {

  public boolean arrived() {
    return trouble == null;
  }

  /** Whether the next one would fail in the same way. */
  boolean stopsTheRest() {
    return trouble != null && trouble.exit() != Exit.REFUSED;
  }
}
