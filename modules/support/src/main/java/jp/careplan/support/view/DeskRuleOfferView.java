package jp.careplan.support.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import jp.careplan.kernel.DomainException;
import jp.careplan.support.RuleEditing;
import jp.careplan.support.SupportProblem;
import jp.careplan.support.Updating;
import jp.careplan.support.Updating.Offer;
import jp.careplan.support.internal.chat.RuleText;

/** What a new release says otherwise of the rule on the page, and the two answers to it. */
@Named("deskRuleOffer")
@RequestScoped
public class DeskRuleOfferView {
  @Inject private RuleEditing editing;
  @Inject private Updating<String, RuleText> updating;

  private String name = "";
  private Optional<Offer<RuleText>> offer = Optional.empty();
  private RuleText own = RuleText.empty();
  private int seen;

  @PostConstruct
  void load() {
    name = HelpView.asked("name");
    editing
        .find(name)
        .ifPresent(it -> {
          own = it.rule();
          seen = it.saved().number();
          offer = updating.offer(name);
        });
    if (offer.isEmpty() && number("wording") > 0) { // what was pressed is drawn no longer
      RuleWords.tell(new DomainException(SupportProblem.WRONG_TEXT_STATE, "この提案は、もう答えがあります。"));
    }
  }

  public void take() {
    answer(() -> updating.take(name, number("seen"), number("wording")), "taken");
  }

  public void keep() {
    answer(() -> updating.keep(name, number("wording")), "kept");
  }

  private void answer(Runnable deed, String done) {
    try {
      deed.run();
      Visit.lead(RuleWords.address(name) + "&done=" + done);
    } catch (DomainException e) {
      RuleWords.tell(e);
    }
  }

  private static int number(String parameter) {
    return RuleWords.number(HelpView.asked(parameter));
  }

  public boolean isChanged() {
    return offer.filter(it -> !it.gone()).isPresent();
  }

  public boolean isGone() {
    return offer.filter(Offer::gone).isPresent();
  }

  /** Whether it is known what the release said before. */
  public boolean isFormerKnown() {
    return offer.flatMap(Offer::former).isPresent();
  }

  public int getWording() {
    return offer.map(Offer::number).orElse(0);
  }

  public int getSeen() {
    return seen;
  }

  public String getKind() {
    return "";
  }

  public String getName() {
    return name;
  }

  /** From the house's words to those of the release. */
  public List<TextWords.DiffRow> getToTake() {
    return offer.map(it -> RuleWords.diff(own.format(), it.taken().format())).orElse(List.of());
  }

  /** From what the release said before to what it says now. */
  public List<TextWords.DiffRow> getOfRelease() {
    return offer
        .flatMap(it -> it.former().map(was -> RuleWords.diff(was.format(), it.taken().format())))
        .orElse(List.of());
  }
}
