package jp.careplan.support.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import jp.careplan.support.SynonymDesk;
import jp.careplan.support.SynonymDesk.Listed;
import jp.careplan.support.SynonymDesk.Version;

/** 同義語: all groups, as a word narrows them, and the lists before. */
@Named("deskSynonyms")
@RequestScoped
public class DeskSynonymsView {
  private static final int MOST_VERSIONS = 20;
  private static final int LONGEST = 30;

  @Inject private SynonymDesk desk;

  private List<Row> rows = List.of();
  private List<VersionRow> versions = List.of();

  /** A group in the list. */
  public record Row(String words, String address) {}

  /** A list that was saved once. */
  public record VersionRow(int number, String saved, String address, boolean newest) {}

  @PostConstruct
  void load() {
    Listed listed = desk.newest();
    int newest = listed.version().number();
    List<Row> found = new ArrayList<>();
    for (int i = 0; i < listed.groups().size(); i++) {
      String group = listed.groups().get(i);
      if (group.contains(getWord())) {
        found.add(new Row(shown(group), "/desk/synonym?list=" + newest + "&at=" + i));
      }
    }
    rows = found;
    versions =
        desk.versions(MOST_VERSIONS).stream()
            .map(it ->
                new VersionRow(
                    it.number(),
                    saved(it),
                    "/desk/synonym?restore=" + it.number(),
                    it.number() == newest))
            .toList();
  }

  static String saved(Version version) {
    return TextWords.moment(version.at())
        + " "
        + (version.by().equals("system") ? "はじめの同義語" : version.by());
  }

  /** A group as people read it. */
  static String shown(String group) {
    return group.replace("|", "、").replace("=", " ＝ ").replace("<", "→");
  }

  /** What the request before this one did. */
  public void tellDone() {
    if (HelpView.asked("done").equals("saved")) {
      FacesContext.getCurrentInstance()
          .addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, "保存しました", "検索には数秒で効きます。"));
    }
  }

  public List<Row> getRows() {
    return rows;
  }

  public List<VersionRow> getVersions() {
    return versions;
  }

  public String getWord() {
    String word = HelpView.asked("q");
    return word.length() > LONGEST ? word.substring(0, LONGEST) : word;
  }
}
