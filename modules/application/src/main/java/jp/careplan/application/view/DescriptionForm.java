package jp.careplan.application.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.careplan.application.ApplicationForm.Description;
import jp.careplan.application.page.KindWords;
import jp.careplan.kernel.ServiceKind;

/** The fields of 事業所の情報, as an application and a change show them. */
@Named
@RequestScoped
public class DescriptionForm {
  @Inject private KindWords words;

  private String name = "";
  private String kanaName = "";
  private String address = "";
  private String mail = "";
  private String otherKinds = "";
  private String formerNumber = "";
  private List<Group> groups = List.of();

  /** Kinds under one title, to be ticked. */
  public record Group(String title, List<Kind> kinds) {
    public String getTitle() {
      return title;
    }

    public List<Kind> getKinds() {
      return kinds;
    }
  }

  /** One kind to be ticked. */
  public static final class Kind {
    private final String code;
    private final String label;
    private boolean ticked;

    Kind(ServiceKind kind, String label) {
      this.code = kind.value();
      this.label = label;
    }

    public String getLabel() {
      return label;
    }

    public boolean isTicked() {
      return ticked;
    }

    public void setTicked(boolean ticked) {
      this.ticked = ticked;
    }
  }

  @PostConstruct
  void load() {
    groups =
        words.exchanged().stream()
            .map(group ->
                new Group(
                    group.title(),
                    group.kinds().stream().map(kind -> new Kind(kind, words.of(kind))).toList()))
            .toList();
  }

  void fill(Description description) {
    name = description.name();
    kanaName = description.kanaName();
    address = description.address();
    mail = description.mail();
    formerNumber = description.formerNumber();
    Set<String> codes = new HashSet<>(codes(description.kinds()));
    kinds().forEach(kind -> kind.setTicked(codes.remove(kind.code)));
    otherKinds = codes.stream().sorted().collect(Collectors.joining(" "));
  }

  private Stream<Kind> kinds() {
    return groups.stream().flatMap(group -> group.kinds().stream());
  }

  private static List<String> codes(String text) {
    return Arrays.stream(text.split("[\\s,、，]+")).filter(it -> !it.isEmpty()).toList();
  }

  Description typed() {
    List<String> codes =
        new ArrayList<>(kinds().filter(Kind::isTicked).map(it -> it.code).toList());
    codes.addAll(codes(otherKinds));
    String kinds = codes.stream().distinct().sorted().collect(Collectors.joining(" "));
    return new Description(name, kanaName, address, mail, kinds, formerNumber);
  }

  /** The chosen kinds in words. */
  public String getKindsInWords() {
    return codes(typed().kinds()).stream()
        .map(code -> code.matches("[0-9A-Z]{2}") ? words.of(new ServiceKind(code)) : code)
        .collect(Collectors.joining("、"));
  }

  /** Long lists stay folded unless something in them is ticked, or nothing is at all. */
  public boolean open(Group group) {
    return group.kinds().stream().anyMatch(Kind::isTicked) || kinds().noneMatch(Kind::isTicked);
  }

  public List<Group> getGroups() {
    return groups;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = Typed.text(name);
  }

  public String getKanaName() {
    return kanaName;
  }

  public void setKanaName(String kanaName) {
    this.kanaName = Typed.kana(kanaName);
  }

  public String getAddress() {
    return address;
  }

  public void setAddress(String address) {
    this.address = Typed.text(address);
  }

  public String getMail() {
    return mail;
  }

  public void setMail(String mail) {
    this.mail = Typed.code(mail);
  }

  public String getOtherKinds() {
    return otherKinds;
  }

  public void setOtherKinds(String otherKinds) {
    this.otherKinds = Typed.code(otherKinds).toUpperCase(Locale.ROOT);
  }

  public String getFormerNumber() {
    return formerNumber;
  }

  public void setFormerNumber(String formerNumber) {
    this.formerNumber = Typed.code(formerNumber).toUpperCase(Locale.ROOT);
  }
}
