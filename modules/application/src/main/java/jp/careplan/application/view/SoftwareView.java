package jp.careplan.application.view;

import static jp.careplan.application.page.DeskForm.parameter;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.CareSoftwareList;
import jp.careplan.application.VendorTestPart.Kind;
import jp.careplan.application.page.JapaneseTime;

/** 介護ソフトの一覧, for anyone. */
@Named
@RequestScoped
public class SoftwareView {
  @Inject private CareSoftwareList list;
  @Inject private JapaneseTime time;

  private List<SoftwareRow> rows = List.of();

  @PostConstruct
  void load() {
    rows = list.find(getWords(), chosen()).stream().map(it -> new SoftwareRow(it, time)).toList();
  }

  /** What cannot be read is as if it were not there. */
  private static Optional<Kind> chosen() {
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.name().equals(parameter("kind")))
        .findFirst();
  }

  /** A kind that the filter offers. */
  public record Choice(String code, String words, boolean chosen) {}

  public List<Choice> getKinds() {
    return Arrays.stream(Kind.values())
        .map(kind -> new Choice(kind.name(), kind.words(), Optional.of(kind).equals(chosen())))
        .toList();
  }

  public String getWords() {
    return parameter("q");
  }

  public boolean isFiltered() {
    return !getWords().isEmpty() || chosen().isPresent();
  }

  public List<SoftwareRow> getRows() {
    return rows;
  }
}
