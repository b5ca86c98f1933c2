package jp.careplan.support.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import jp.careplan.kernel.DomainException;
import jp.careplan.support.Editing;
import jp.careplan.support.SupportProblem;
import jp.careplan.support.TextContent;
import jp.careplan.support.TextKind;
import jp.careplan.support.Updating;
import jp.careplan.support.Updating.Offer;

/** What a new release says otherwise of the text on the page, and the two answers to it. */
@Named("deskOffer")
@RequestScoped
public class DeskOfferView {
  @Inject private Editing editing;
  @Inject private Updating<Editing.Key, TextContent> updating;

  private Editing.Key key = new Editing.Key(TextKind.FAQ, "");
  private Optional<Offer<TextContent>> offer = Optional.empty();
  private TextContent own = TextContent.empty();
  private int newest;

  @PostConstruct
  void load() {
    key =
        new Editing.Key(
            DeskTextsView.kindOf(HelpView.asked("kind")).orElse(TextKind.FAQ),
            HelpView.asked("name"));
    if (!key.name().isEmpty()) {
      offer = updating.offer(key);
      Editing.Opened opened = editing.open(key);
      own = opened.content();
      newest = opened.newest().number();
      if (offer.isEmpty() && number("wording") > 0) { // what was pressed is drawn no longer
        refuse(new DomainException(SupportProblem.WRONG_TEXT_STATE, "この提案は、もう答えがあります。"));
      }
    }
  }

  public void take() {
    answer(() -> updating.take(key, number("seen"), number("wording")), "taken");
  }

  public void keep() {
    answer(() -> updating.keep(key, number("wording")), "kept");
  }

  private void answer(Runnable deed, String done) {
    try {
      deed.run();
      TextWords.lead(key, done);
    } catch (DomainException e) {
      refuse(e);
    }
  }

  private static void refuse(DomainException e) {
    FacesContext.getCurrentInstance()
        .addMessage(
            null,
            new FacesMessage(FacesMessage.SEVERITY_ERROR, e.code().title(), Refusal.reason(e)));
  }

  private static int number(String parameter) {
    String typed = HelpView.asked(parameter);
    return typed.matches("[0-9]{1,9}") ? Integer.parseInt(typed) : 0;
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
    return newest;
  }

  public String getKind() {
    return key.kind().name();
  }

  public String getName() {
    return key.name();
  }

  /** From the house's words to those of the release. */
  public List<TextWords.DiffRow> getToTake() {
    return offer.map(it -> TextWords.diff(own, it.taken())).orElse(List.of());
  }

  /** From what the release said before to what it says now. */
  public List<TextWords.DiffRow> getOfRelease() {
    return offer
        .flatMap(it -> it.former().map(former -> TextWords.diff(former, it.taken())))
        .orElse(List.of());
  }
}
