package jp.careplan.launcher.errand;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.careplan.launcher.api.ReleaseDoor;
import jp.careplan.launcher.profile.OfficeIdentity;
import jp.careplan.launcher.profile.Profile;
import jp.careplan.launcher.profile.ProfileFolder;

/** Whether a newer version is handed out. It only tells: nothing is fetched without a person. */
public final class UpdateCheck {
  private static final Duration AGAIN = Duration.ofHours(6);

  private final ReleaseDoor door;
  private final Optional<String> own;
  private Instant askedAt = Instant.EPOCH;
  private List<String> told = List.of();

  public UpdateCheck(ProfileFolder folder, Profile noted, OfficeIdentity identity) {
    this(
        new ReleaseDoor(
            Issuing.publicServer(noted, null), folder.serverAuthority(), identity.authorities()),
        OwnVersion.find());
  }

  /**
   * @param own the version that runs here; nothing is asked where there is none
   */
  public UpdateCheck(ReleaseDoor door, Optional<String> own) {
    this.door = door;
    this.own = own;
  }

  /** A sentence, or nothing; asks the server some times a day. */
  public synchronized List<String> warnings(Instant now) {
    if (now.isAfter(askedAt.plus(AGAIN))) {
      askedAt = now;
      told = own.flatMap(this::newer).map(List::of).orElse(List.of());
    }
    return told;
  }

  private Optional<String> newer(String present) {
    return door.newest(platform())
        .filter(it -> OwnVersion.isOlderThan(present, it.version()))
        .map(it ->
            "連携クライアントの新しい版（"
                + it.version()
                + "）があります。いまの版は"
                + present
                + "です。"
                + it.page()
                + " から入れられます。");
  }

  private static String platform() {
    String name = System.getProperty("os.name", "");
    return name.startsWith("Windows") ? "WINDOWS" : name.startsWith("Mac") ? "MACOS" : "LINUX";
  }
}
