package jp.careplan.application.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.careplan.application.Caller;
import jp.careplan.application.CareSoftware;
import jp.careplan.application.CareSoftwareList;
import jp.careplan.application.Introduction;
import jp.careplan.application.Introduction.Progress;
import jp.careplan.application.Introduction.State;
import jp.careplan.application.Introduction.Step;
import jp.careplan.application.Introduction.Told;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.kernel.OfficeNumber;

/** はじめての手順: for those who have not signed in, and for those who have. */
@Named
@RequestScoped
public class StartView {
  @Inject private Caller caller;
  @Inject private Introduction introduction;
  @Inject private CareSoftwareList software;
  @Inject private JapaneseTime time;

  private Optional<Progress> progress = Optional.empty();

  /** One step as the pages show it. */
  public static final class Row {
    private final StartSteps.Words words;
    private final Optional<State> state;
    private final String note;
    private final String practice;

    Row(StartSteps.Words words, Optional<State> state, String note, String practice) {
      this.words = words;
      this.state = state;
      this.practice = practice;
      this.note = note;
    }

    public String getName() {
      return words.step().name();
    }

    public String getId() {
      return "step-" + getName().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public int getNumber() {
      return StartSteps.ALL.indexOf(words) + 1;
    }

    public String getTitle() {
      return words.title();
    }

    public List<String> getTasks() {
      return words.tasks();
    }

    public String getSign() {
      return words.sign();
    }

    public String getHelp() {
      return words.help();
    }

    public List<StartSteps.Link> getLinks() {
      return words.links();
    }

    public boolean isDone() {
      return state.filter(State::done).isPresent();
    }

    public boolean isByHand() {
      return words.step().isByHand();
    }

    /**
     * Number of the partner to practise with; empty text where there is none, or it is no matter.
     */
    public String getPractice() {
      return words.step() == Step.FIRST_EXCHANGE ? practice : "";
    }

    public boolean isSoftware() {
      return words.step() == Step.SOFTWARE;
    }

    /** What was told of it, and when; empty text where nothing was. */
    public String getNote() {
      return note;
    }
  }

  @PostConstruct
  void load() {
    if (caller.isSignedIn()) {
      progress = Optional.of(introduction.of(caller.session()));
    }
  }

  public List<Row> getRows() {
    List<Row> rows = new ArrayList<>();
    String practice = introduction.practicePartner().map(OfficeNumber::value).orElse("");
    for (StartSteps.Words words : StartSteps.ALL) {
      Optional<State> state =
          progress.stream()
              .flatMap(it -> it.states().stream())
              .filter(it -> it.step() == words.step())
              .findFirst();
      rows.add(new Row(words, state, note(words.step(), state), practice));
    }
    return rows;
  }

  private String note(Step step, Optional<State> state) {
    if (step == Step.FIRST_EXCHANGE && progress.isPresent() && !progress.get().isFinished()) {
      return progress.get().launcherSeen()
          ? "✓ 連携クライアントからのログインを確かめました。"
          : "– 連携クライアントからのログインは、まだありません。";
    }
    return state.flatMap(State::told).map(this::words).orElse("");
  }

  private String words(Told told) {
    String when = time.moment(told.at());
    String by =
        switch (told.source()) {
          case HAND -> "";
          case BROWSER -> "ブラウザーの自己診断 ";
          case LAUNCHER -> "連携クライアントの自己診断 ";
        };
    String found =
        told.failed().stream().map(Introduction.Check::words).collect(Collectors.joining("、"));
    return found.isEmpty() ? by + when : "✗ " + by + when + "（直すところ: " + found + "）";
  }

  public String tick(String step, boolean done) {
    introduction.tick(caller.session(), Step.valueOf(step), done);
    return "/account/start?faces-redirect=true";
  }

  public long getDone() {
    return progress.map(Progress::done).orElse(0L);
  }

  public int getAll() {
    return StartSteps.ALL.size();
  }

  public boolean isFinished() {
    return progress.filter(Progress::isFinished).isPresent();
  }

  public boolean isSignedIn() {
    return caller.isSignedIn();
  }

  public List<CareSoftware> getSoftware() {
    return software.all();
  }
}
