package jp.careplan.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.careplan.application.OfficeSession;

/**
 * 版: what became of the people of a transmission since it was sent. Versions are counted per person
 * and month (計画書: per day of making; 実績: also per office, kind and satellite) among what the same
 * office sent the same one and did not take back; the same again is no new version.
 */
public interface Versions {
  /**
   * How many people of a transmission a later one has something else of, or deletes.
   *
   * @param newer people with a newer version
   * @param deleted people who were deleted since
   */
  record Changed(int newer, int deleted) {
    public static final Changed NOTHING = new Changed(0, 0);

    public boolean isAny() {
      return newer + deleted > 0;
    }
  }

  /**
   * The same person in another transmission.
   *
   * @param place of the person there
   * @param open whether who asks may open it: the recipient after 受信
   */
  record Elsewhere(TransmissionId id, int place, Instant at, boolean open) {}

  /**
   * One person's part of a transmission.
   *
   * @param place of the person, from 1
   * @param number of this version, from 1; of a deletion that of what it deletes
   * @param count of all versions that there are by now
   * @param deletes whether this part itself deletes
   * @param before the version before this one, or what this deletion takes away
   * @param newest what holds now, where it is another one and says something else
   * @param deletedBy what deleted it, where nothing came after
   */
  record Standing(
      int place,
      int number,
      int count,
      boolean deletes,
      Optional<Elsewhere> before,
      Optional<Elsewhere> newest,
      Optional<Elsewhere> deletedBy) {}

  /**
   * Another office of the same people that still holds what was said before.
   *
   * @param places of the people in the transmission that changed what was said
   * @param holds what was sent there last
   */
  record Behind(Party partner, Set<Integer> places, TransmissionId holds) {
    /** How many of the transmission's people. */
    public int people() {
      return places.size();
    }

    /** Names it among the others of one transmission. */
    public String key() {
      return key(partner.number().value(), partner.serviceKind());
    }

    /** The same of what somebody says. */
    public static String key(String number, String serviceKind) {
      return number + "-" + serviceKind;
    }
  }

  /** All parts of one transmission, in the order of places. */
  List<Standing> of(OfficeSession by, TransmissionId id);

  /** Places of a result's people whose visits differ from the plan that holds; else none. */
  Set<Integer> differing(OfficeSession by, TransmissionId id);

  /**
   * 残り: after a change of a plan, the other offices of the same people to which only the version
   * before was sent. For the sender alone; empty for others, and where nothing was changed.
   */
  List<Behind> behind(OfficeSession by, TransmissionId id);

  /** The same of many at once; those with nobody behind are not in it. */
  Map<TransmissionId, List<Behind>> behind(OfficeSession by, List<TransmissionId> ids);

  /**
   * 残りにも送る: for each of those offices the changed plan of its own people, as it was sent to the
   * first one; to be checked and sent like any other. An entry of the trail.
   *
   * @param chosen keys of those it is for; who is not behind any more gets nothing
   */
  List<OfferedFile> forTheRest(OfficeSession by, TransmissionId id, Set<String> chosen);
}
