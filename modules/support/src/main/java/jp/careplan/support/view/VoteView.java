package jp.careplan.support.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.careplan.support.Feedback;
import jp.careplan.support.Feedback.Reason;
import jp.careplan.support.HelpText;
import jp.careplan.support.Reading;
import jp.careplan.support.TextKind;
import org.jspecify.annotations.Nullable;

/** 役に立ちましたか: the press below a text, and why it did not help. */
@Named("vote")
@RequestScoped
public class VoteView {
  private static final int LONGEST = 300;

  @Inject private Reading reading;
  @Inject private Feedback feedback;

  private @Nullable HelpText text;

  public void take() {
    if (!Visit.isPost()) {
      return;
    }
    Optional<Reason> reason = Reason.of(Visit.typed("reason"));
    if (Visit.typed("helped").equals("yes")) {
      feedback.helped(getText(), Visit.source());
      Visit.lead(address("&done=yes"));
    } else if (reason.isPresent()) {
      feedback.didNotHelp(getText(), reason.get(), Visit.typed("words"), Visit.source());
      Visit.lead(address("&done=no"));
    } else {
      Visit.lead(address(""));
    }
  }

  private String address(String more) {
    return "/support/vote?kind="
        + getText().kind()
        + "&name="
        + URLEncoder.encode(getText().name(), StandardCharsets.UTF_8)
        + more;
  }

  /** The text it is about; {@code SU-101} where there is none. */
  public HelpText getText() {
    if (text == null) {
      TextKind kind =
          Arrays.stream(TextKind.values())
              .filter(it -> it.name().equals(HelpView.asked("kind")))
              .findFirst()
              .orElse(TextKind.FAQ);
      text = reading.require(kind, HelpView.asked("name"));
    }
    return text;
  }

  public List<Reason> getReasons() {
    return List.of(Reason.values());
  }

  public int getLongest() {
    return LONGEST;
  }

  public boolean isDone() {
    return !HelpView.asked("done").isEmpty();
  }

  public boolean isHelped() {
    return HelpView.asked("done").equals("yes");
  }
}
