package jp.careplan.app.frame;

import jakarta.faces.application.ViewExpiredException;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.careplan.app.DatabaseTrouble;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.KernelProblem;
import org.jspecify.annotations.Nullable;
import org.primefaces.csp.CspException;

/**
 * What an error page says.
 *
 * @param what happened
 * @param why and what to do
 * @param code for the telephone; empty where the page needs none
 */
record ErrorPage(int status, String what, String why, String code) {
  private static final ErrorPage VIEW_OVER =
      new ErrorPage(409, "この画面は、開いてから時間がたちました", "送ったものは失われていません。画面を開き直して、もう一度お試しください。", "");

  private static final ErrorPage OUR_FAULT =
      new ErrorPage(
          500,
          KernelProblem.OUR_FAULT.title(),
          KernelProblem.OUR_FAULT.remedy(),
          KernelProblem.OUR_FAULT.code());

  private static final Map<Integer, ErrorPage> BY_STATUS =
      Map.of(
          404,
          new ErrorPage(404, "このページは見つかりません", "アドレスが変わったか、まちがっています。上のメニューから選び直してください。", ""),
          403,
          new ErrorPage(403, "このページは開けません", "この入り方では見られないか、ほかのサイトから送られました。開き直してください。", ""),
          405,
          new ErrorPage(405, "この開き方はできません", "上のメニューから選び直してください。", ""));

  /** For a failure that reached the server, or a status that was sent. */
  static ErrorPage of(int status, @Nullable Throwable failure) {
    if (failure == null) {
      return BY_STATUS.getOrDefault(status, status < 500 ? plain(status) : OUR_FAULT);
    }
    if (cause(failure, ViewExpiredException.class).isPresent()) {
      return VIEW_OVER;
    }
    if (cause(failure, CspException.class).isPresent()) {
      return plain(400); // a form that no page of ours made
    }
    if (cause(failure, OptimisticLockException.class).isPresent()
        || cause(failure, SQLException.class).filter(DatabaseTrouble::isDuplicate).isPresent()) {
      return of(new DomainException(KernelProblem.CHANGED_MEANWHILE, ""));
    }
    return cause(failure, DomainException.class)
        .or(() ->
            cause(failure, SQLException.class)
                .filter(ErrorPage::isConnectionLoss)
                .map(lost -> new DomainException(KernelProblem.UNAVAILABLE, "")))
        .map(ErrorPage::of)
        .orElse(OUR_FAULT);
  }

  private static ErrorPage of(DomainException refusal) {
    String why = (refusal.detail() + " " + refusal.code().remedy()).strip();
    return new ErrorPage(
        refusal.code().status(), refusal.code().title(), why, refusal.code().code());
  }

  private static ErrorPage plain(int status) {
    return new ErrorPage(status, KernelProblem.BAD_REQUEST.title(), "画面を開き直して、もう一度お試しください。", "");
  }

  /** SQLSTATE class 08: the database cannot be reached. */
  private static boolean isConnectionLoss(SQLException e) {
    return e.getSQLState() == null || e.getSQLState().startsWith("08");
  }

  boolean isOurFault() {
    return status >= 500;
  }

  private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
    return Stream.iterate(failure, it -> it != null, Throwable::getCause)
        .limit(20)
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst();
  }
}
