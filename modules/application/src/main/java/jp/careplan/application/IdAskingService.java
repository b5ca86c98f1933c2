package jp.careplan.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import jp.careplan.kernel.DomainException;

@ApplicationScoped
class IdAskingService implements IdAsking {
  @Inject private SignInBrake brake;
  @Inject private IdRequestStore requests;

  @Override
  public Receipt ask(IdQuestion question, String source) {
    brake.count(GuessTrack.source("id-request " + source));
    brake.count(GuessTrack.asked("id-request " + question.officeNumber()));
    brake.count(GuessTrack.asked("id-request " + question.mail().toLowerCase(Locale.ROOT)));
    return requests.receive(question);
  }

  @Override
  public Standing standingOf(String number, String code, String source) {
    GuessTrack track = GuessTrack.code("id-request " + number, source);
    brake.count(track);
    try {
      Standing standing = requests.standing(number, code);
      brake.succeeded(track);
      return standing;
    } catch (DomainException e) {
      brake.failed(track);
      throw e;
    }
  }
}
