package jp.careplan.application.view;

import java.util.List;
import jp.careplan.application.Introduction.Step;

/** はじめての手順 in words: what to do, how to see that it is done, whom to ask. */
final class StartSteps {
  /** A link beside a step. */
  public record Link(String href, String label) {
    public String getHref() {
      return href;
    }

    public String getLabel() {
      return label;
    }
  }

  /**
   * One step.
   *
   * @param tasks what to do, a sentence each
   * @param sign how to see that it is done
   * @param help whom to ask
   */
  record Words(
      Step step, String title, List<String> tasks, String sign, String help, List<Link> links) {}

  static final List<Words> ALL =
      List.of(
          new Words(
              Step.PARTNER,
              "やりとりする相手と話す",
              List.of("ふだんFAXや郵送でやりとりしている相手に、データで送り合えるかを聞きます。", "始める月を、相手といっしょに決めます。"),
              "1つ以上の相手と、始める月が決まっている。",
              "相手の事業所の担当の方",
              List.of()),
          new Words(
              Step.SOFTWARE,
              "介護ソフトを確かめる",
              List.of(
                  "ケアプランの標準仕様のCSVを、書き出せて取り込めるかを、ソフトの会社に聞きます。",
                  "請求だけのソフトは使えません。",
                  "ベンダ試験の一覧は、試験を終えたしるしです。品質の保証ではありません。"),
              "使う版と、CSVを書き出す操作がわかっている。",
              "介護ソフトの会社",
              List.of()),
          new Words(
              Step.COMPUTER,
              "パソコンとネットワークを確かめる",
              List.of("Windows 10か11で、ブラウザーと更新プログラムを新しくします。", "自己診断で、時計や通信に問題がないかを見ます。"),
              "自己診断の結果が、すべて「問題なし」になる。",
              "パソコンの販売店、事業所のネットワークの担当の方",
              List.of(new Link("/diagnosis", "ブラウザーで自己診断をする"))),
          new Words(
              Step.ACCOUNT,
              "KJのIDを確かめる",
              List.of("電子請求で使うKJで始まる14文字のIDと、パスワードを用意します。", "仮パスワードは、先に自分で決めたものに変えます。"),
              "この仕組みの「設定・証明書」に、自分のパスワードで入れる。",
              "所在地の国保連",
              List.of(
                  new Link("/account/password", "仮パスワードを変える"),
                  new Link("/account/id-request", "IDがない・わからない"))),
          new Words(
              Step.CERTIFICATE,
              "電子証明書を入れる",
              List.of("使うパソコンに、事業所の電子証明書を入れます。", "電子請求のパソコンには、もう入っていることがあります。"),
              "「端末と証明書」に、使える端末が1台以上ある。",
              "電子証明書を発行した窓口",
              List.of(new Link("/account/certificates", "端末と証明書を開く"))),
          new Words(
              Step.APPLICATION,
              "利用申請をする",
              List.of("利用規約を読み、事業所の情報を確かめて申請します。", "途中でやめても、入力した内容は残ります。"),
              "「正常に完了」と表示され、完了のメールが届く。",
              "この仕組みの窓口",
              List.of(new Link("/account/apply", "利用申請をする"))),
          new Words(
              Step.FIRST_EXCHANGE,
              "連携クライアントを入れて、1件だけ試す",
              List.of("連携クライアントを入れて、ログインします。", "相手と1件だけ、試しに送り合います。"),
              "送った1件が「受信済み」になるか、届いた1件を受け取れる。",
              "この仕組みの窓口。取り込めないときは、介護ソフトの会社",
              List.of(new Link("/way-in", "入り方を見る"))));

  private StartSteps() {}
}
