package jp.careplan.exchange.view;

import static jp.careplan.exchange.Webhooks.State.STOPPED;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import jp.careplan.application.Caller;
import jp.careplan.application.Rights;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.application.page.PageMessages;
import jp.careplan.exchange.Webhooks;
import jp.careplan.exchange.Webhooks.Added;
import jp.careplan.exchange.Webhooks.Hook;
import jp.careplan.kernel.DomainException;

/** 介護ソフトへのお知らせ. */
@Named
@RequestScoped
public class WebhooksView {
  private static final String HERE = "/office/webhooks?faces-redirect=true";

  @Inject private Webhooks webhooks;
  @Inject private Caller caller;
  @Inject private JapaneseTime time;

  private List<Row> rows = List.of();
  private String url = "";
  private String secret = "";

  /** One of them as the page shows it. */
  public static final class Row {
    private final Hook hook;
    private final JapaneseTime time;

    Row(Hook hook, JapaneseTime time) {
      this.hook = hook;
      this.time = time;
    }

    public String getId() {
      return hook.id();
    }

    public String getUrl() {
      return hook.url();
    }

    public boolean isStopped() {
      return hook.state() == STOPPED;
    }

    public String getStatus() {
      if (isStopped()) {
        return "✗ 止まっています";
      }
      return hook.failingSince().isPresent() ? "! 届いていません" : "✓ お知らせしています";
    }

    public String getStyle() {
      if (isStopped()) {
        return "bad";
      }
      return hook.failingSince().isPresent() ? "waiting" : "good";
    }

    public String getLast() {
      return hook.lastAt().map(at -> time.moment(at) + " " + word(hook.lastOutcome())).orElse("まだ");
    }
  }

  @PostConstruct
  void load() {
    if (isAllowed()) {
      rows = webhooks.of(caller.careSession()).stream().map(it -> new Row(it, time)).toList();
    }
  }

  /** Stays on this very page: the secret is shown here once and nowhere else. */
  public void add() {
    try {
      Added added = webhooks.add(caller.careSession(), url.strip());
      secret = added.secret();
      url = "";
      PageMessages.tell("お知らせ先を加えました", "下の「署名の鍵」を、介護ソフトに入れてください。");
      load();
    } catch (DomainException e) {
      PageMessages.refuse(e);
    }
  }

  public String remove() {
    return done(() -> webhooks.remove(caller.careSession(), chosen()), "お知らせ先を消しました", "");
  }

  public String resume() {
    return done(
        () -> webhooks.resume(caller.careSession(), chosen()),
        "お知らせを再開しました",
        "止まっていたあいだのことから、順に伝えます。");
  }

  public String test() {
    try {
      String outcome = webhooks.test(caller.careSession(), chosen());
      if (outcome.startsWith("2")) {
        PageMessages.done("試しに呼びました。届きました", "介護ソフトの答え: " + word(outcome));
      } else {
        PageMessages.warn("試しに呼びました。届きませんでした", word(outcome) + " 介護ソフトの会社に確かめてください。");
        PageMessages.keep();
      }
    } catch (DomainException e) {
      PageMessages.refuse(e);
      return "";
    }
    return HERE;
  }

  private static String done(Runnable deed, String what, String next) {
    try {
      deed.run();
    } catch (DomainException e) {
      PageMessages.refuse(e);
      return "";
    }
    PageMessages.done(what, next);
    return HERE;
  }

  private static String chosen() {
    return FacesContext.getCurrentInstance()
        .getExternalContext()
        .getRequestParameterMap()
        .getOrDefault("webhook", "");
  }

  private static String word(String outcome) {
    return switch (outcome) {
      case "TIMEOUT" -> "10秒のあいだに答えませんでした。";
      case "REFUSED" -> "つながりませんでした。";
      case "TLS" -> "サーバーの証明書を確かめられませんでした。";
      case "NO_HTTP" -> "答えを読み取れませんでした。";
      case "BROKEN" -> "途中で切れました。";
      case "NOT_CALLED" -> "呼べないアドレスになっています。";
      default -> outcome.startsWith("2") ? "受け取りました（" + outcome + "）" : "断られました（" + outcome + "）。";
    };
  }

  /** It is told of everything: for administrators who see all kinds of service. */
  public boolean isAllowed() {
    Rights rights = caller.session().rights();
    return rights.administers() && !rights.isLimited();
  }

  public List<Row> getRows() {
    return rows;
  }

  public String getUrl() {
    return url;
  }

  public void setUrl(String url) {
    this.url = url;
  }

  /** Of the one that was just added. */
  public String getSecret() {
    return secret;
  }
}
