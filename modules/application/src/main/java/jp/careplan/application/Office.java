package jp.careplan.application;

import static jp.careplan.application.DeskProblem.OFFICE_STATE;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.ServiceKind;
import org.jspecify.annotations.Nullable;

/** 事業所. */
@SuppressWarnings("UnusedVariable") // some fields are read in the database alone
@Entity
@Table(name = "application_office")
class Office {
  @Id private String number;

  private String name;

  @Column(name = "service_kinds")
  private String serviceKinds;

  private String status;

  @Column(name = "kana_name")
  private String kanaName = "";

  private String address = "";
  private String mail = "";

  @Column(name = "search_text")
  private String searchText = "";

  /** What partners may search in: nothing that they may not see. */
  @Column(name = "directory_text")
  private String directoryText = "";

  @Column(name = "joined_on")
  private @Nullable LocalDate joinedOn;

  @Column(name = "takes_part_until")
  private @Nullable LocalDate takesPartUntil;

  @Column(name = "passkeys_forbidden")
  private boolean passkeysForbidden;

  @Version private long version;

  protected Office() {}

  Office(OfficeNumber number, String name, Set<ServiceKind> kinds) {
    this.number = number.value();
    this.name = name;
    this.serviceKinds = joined(kinds);
    this.status = OfficeStatus.ACTIVE.name();
    fillSearchText();
  }

  boolean isActive() {
    return status() == OfficeStatus.ACTIVE;
  }

  OfficeStatus status() {
    return OfficeStatus.valueOf(status);
  }

  void turn(OfficeStatus to) {
    status = to.name();
  }

  /** 廃止. */
  boolean isClosed() {
    return status() == OfficeStatus.CLOSED;
  }

  OfficeEntry entry() {
    return new OfficeEntry(new OfficeNumber(number), name, kinds(), status(), participation());
  }

  private Participation participation() {
    return new Participation(Optional.ofNullable(joinedOn), Optional.ofNullable(takesPartUntil));
  }

  /** Only of one that joined. */
  JoinedOffices.Listed listed() {
    return new JoinedOffices.Listed(
        new OfficeNumber(number), name, kinds(), Objects.requireNonNull(joinedOn), isActive());
  }

  /** Takes part from that day; who comes back before the end was never away. */
  void join(LocalDate day) {
    joinedOn = participation().runsOn(day) ? joinedOn : day;
    takesPartUntil = null;
  }

  void takePartUntil(LocalDate day) {
    takesPartUntil = day;
  }

  OfficeProfile profile() {
    return new OfficeProfile(new OfficeNumber(number), name, kanaName, address, mail, kinds());
  }

  /** Takes over what an application or an import says of the office. */
  void describe(OfficeProfile profile) {
    name = profile.name();
    kanaName = profile.kanaName();
    address = profile.address();
    mail = profile.mail();
    serviceKinds = joined(profile.kinds());
    fillSearchText();
  }

  final void fillSearchText() {
    searchText = SearchText.of(number, name, kanaName, address);
    directoryText = SearchText.of(number, name, kanaName);
  }

  /** 休止. */
  void suspend() {
    change(OfficeStatus.ACTIVE, OfficeStatus.SUSPENDED);
  }

  void resume() {
    change(OfficeStatus.SUSPENDED, OfficeStatus.ACTIVE);
  }

  /** Whether an operator forbade it to come in by passkeys. */
  boolean isWithoutPasskeys() {
    return passkeysForbidden;
  }

  void forbidPasskeys(boolean forbidden) {
    passkeysForbidden = forbidden;
  }

  /** 廃止; its sessions are over with it. */
  void close() {
    if (isClosed()) {
      throw new DomainException(OFFICE_STATE, "もう廃止になっています。");
    }
    status = OfficeStatus.CLOSED.name();
  }

  private void change(OfficeStatus from, OfficeStatus to) {
    if (status() != from) {
      throw new DomainException(OFFICE_STATE, "いまは" + status().word() + "です。");
    }
    status = to.name();
  }

  private Set<ServiceKind> kinds() {
    return Arrays.stream(serviceKinds.split(" "))
        .filter(kind -> !kind.isEmpty())
        .map(ServiceKind::new)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String joined(Set<ServiceKind> kinds) {
    return new TreeSet<>(kinds).stream().map(ServiceKind::value).collect(Collectors.joining(" "));
  }
}
