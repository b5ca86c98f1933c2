package jp.careplan.exchange.view;

import static jp.careplan.application.page.DeskForm.parameter;
import static jp.careplan.exchange.VendorProblem.NO_SUCH_PART;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.careplan.application.VendorTestPart;
import jp.careplan.application.VendorTestPart.Way;
import jp.careplan.application.page.PageMessages;
import jp.careplan.exchange.VendorTesting;
import jp.careplan.exchange.VendorTesting.Judgement;
import jp.careplan.exchange.VendorTesting.Run;
import jp.careplan.exchange.VendorTesting.Status;
import jp.careplan.exchange.internal.form.Form;
import jp.careplan.exchange.internal.form.UnitForms;
import jp.careplan.exchange.internal.trial.CaseJudge;
import jp.careplan.exchange.internal.trial.TestUnit;
import jp.careplan.kernel.DomainException;
import org.jspecify.annotations.Nullable;

/** One part of a run: what to write and where to lay it, or what to take in and what is asked. */
@Named
@RequestScoped
public class VendorPartView {
  @Inject private VendorTesting testing;

  private String code = "";
  private @Nullable Run run;
  private @Nullable VendorTestPart part;
  private Optional<Judgement> judgement = Optional.empty();
  private List<Form> forms = List.of();

  /** What an upload came to, for the page that answers it. */
  record Tried(String code, VendorTestPart part, Judgement judgement) {}

  @PostConstruct
  void load() {
    var tried =
        Optional.ofNullable(
                FacesContext.getCurrentInstance()
                    .getExternalContext()
                    .getRequestMap()
                    .get(VendorPartServlet.TRIED))
            .map(Tried.class::cast);
    code = tried.map(Tried::code).orElse(parameter("code"));
    part = tried.map(Tried::part).orElseGet(() -> part(parameter("part")));
    judgement = tried.map(Tried::judgement);
    run = testing.open(code);
    if (isWriting()) {
      UnitForms task = testing.task(code, part().kind());
      forms = task.forms(task.people().getFirst());
    }
  }

  static VendorTestPart part(String code) {
    return VendorTestPart.of(code).orElseThrow(() -> new DomainException(NO_SUCH_PART, ""));
  }

  private VendorTestPart part() {
    return Objects.requireNonNull(part);
  }

  /** Whether the care software writes here, and does not read. */
  public boolean isWriting() {
    return part().way() == Way.OUT;
  }

  public void answer() {
    try {
      judgement = Optional.of(testing.answer(code, part().kind(), answers()));
    } catch (DomainException e) {
      PageMessages.refuse(e);
    }
  }

  private Map<String, String> answers() {
    Map<String, String> answers = new HashMap<>();
    testing
        .questions(part().kind())
        .forEach(it -> answers.put(it.key(), parameter("answer-" + it.key())));
    return answers;
  }

  /** A question with what was typed before. */
  public record Asked(String key, String words, String typed) {}

  public List<Asked> getQuestions() {
    return testing.questions(part().kind()).stream()
        .map(it -> new Asked(it.key(), it.words(), parameter("answer-" + it.key())))
        .toList();
  }

  public List<Form> getForms() {
    return forms;
  }

  public boolean isOpen() {
    return Objects.requireNonNull(run).status() == Status.OPEN;
  }

  public boolean isJudged() {
    return judgement.isPresent();
  }

  public boolean isPassed() {
    return judgement.filter(Judgement::passed).isPresent();
  }

  public List<CaseJudge.Point> getPoints() {
    return judgement.map(Judgement::points).orElse(List.of());
  }

  public List<FindingRow> getFindings() {
    List<FindingRow> rows =
        FindingRow.worstFirst(judgement.map(Judgement::findings).orElse(List.of()));
    return rows.subList(0, Math.min(rows.size(), 100));
  }

  /** 9970000011（43）: number and service kind of the case. */
  public String getSender() {
    return TestUnit.sender(part().kind()).toString();
  }

  public String getReceiver() {
    return TestUnit.receiver(part().kind()).toString();
  }

  public String getCode() {
    return code;
  }

  public String getPart() {
    return part().code();
  }

  public String getWords() {
    return part().words();
  }
}
